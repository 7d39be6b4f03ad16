# An example to begin from: Refrain on AWS. Servers and workers on Fargate behind a load balancer that speaks TLS, with
# Postgres and Redis that only they reach. It makes no network: give it one with private subnets that reach the internet.

terraform {
  required_version = ">= 1.6"
  required_providers {
    aws    = { source = "hashicorp/aws", version = "~> 5.0" }
    random = { source = "hashicorp/random", version = "~> 3.0" }
  }
}

provider "aws" {
  region = var.region
}

locals {
  name  = "refrain"
  drain = 30
  # The same settings for both; what is secret comes below.
  environment = [
    { name = "REFRAIN_URL", value = "https://${var.domain}" },
    { name = "REDIS_URL", value = "rediss://${aws_elasticache_replication_group.queue.primary_endpoint_address}:6379" },
    { name = "REFRAIN_DEMONSTRATION", value = "false" },
    { name = "DRAIN_SECONDS", value = tostring(local.drain) },
    { name = "LOG_LEVEL", value = "info" },
    # The certificate of the database is checked against Amazon's own authorities.
    { name = "NODE_EXTRA_CA_CERTS", value = var.database_ca_file },
  ]
  secrets = [
    { name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.database.arn },
    { name = "REFRAIN_SECRET", valueFrom = aws_secretsmanager_secret.keys.arn },
  ]
}

# --- who may reach whom

resource "aws_security_group" "balancer" {
  name_prefix = "${local.name}-balancer-"
  vpc_id      = var.vpc_id
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 3000
    to_port     = 3000
    protocol    = "tcp"
    cidr_blocks = [var.vpc_cidr]
  }
}

resource "aws_security_group" "process" {
  name_prefix = "${local.name}-process-"
  vpc_id      = var.vpc_id
  ingress {
    from_port       = 3000
    to_port         = 3000
    protocol        = "tcp"
    security_groups = [aws_security_group.balancer.id]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "data" {
  name_prefix = "${local.name}-data-"
  vpc_id      = var.vpc_id
  dynamic "ingress" {
    for_each = toset([5432, 6379])
    content {
      from_port       = ingress.value
      to_port         = ingress.value
      protocol        = "tcp"
      security_groups = [aws_security_group.process.id]
    }
  }
}

# --- Postgres, Redis, and the secrets

resource "random_password" "database" {
  length  = 40
  special = false
}

resource "random_password" "keys" {
  length  = 64
  special = false
}

resource "aws_db_subnet_group" "this" {
  name_prefix = local.name
  subnet_ids  = var.private_subnet_ids
}

resource "aws_db_instance" "this" {
  identifier_prefix         = local.name
  engine                    = "postgres"
  engine_version            = "17"
  instance_class            = var.database_class
  allocated_storage         = 50
  max_allocated_storage     = 500
  storage_encrypted         = true
  multi_az                  = true
  db_name                   = local.name
  username                  = local.name
  password                  = random_password.database.result
  db_subnet_group_name      = aws_db_subnet_group.this.name
  vpc_security_group_ids    = [aws_security_group.data.id]
  backup_retention_period   = 14
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${local.name}-last"
}

resource "aws_elasticache_subnet_group" "queue" {
  name       = local.name
  subnet_ids = var.private_subnet_ids
}

# It only wakes the workers: losing all of it loses nothing.
resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = local.name
  description                = "Wakes Refrain's workers"
  engine                     = "redis"
  node_type                  = "cache.t4g.micro"
  num_cache_clusters         = 1
  subnet_group_name          = aws_elasticache_subnet_group.queue.name
  security_group_ids         = [aws_security_group.data.id]
  transit_encryption_enabled = true
  at_rest_encryption_enabled = true
}

resource "aws_secretsmanager_secret" "database" {
  name_prefix = "${local.name}/database-"
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = "postgres://${local.name}:${random_password.database.result}@${aws_db_instance.this.endpoint}/${local.name}?sslmode=verify-full"
}

resource "aws_secretsmanager_secret" "keys" {
  name_prefix = "${local.name}/keys-"
}

# Never changed: suppressions are stored under a key that derives from it.
resource "aws_secretsmanager_secret_version" "keys" {
  secret_id     = aws_secretsmanager_secret.keys.id
  secret_string = random_password.keys.result
  lifecycle { ignore_changes = [secret_string] }
}

# --- the processes

resource "aws_iam_role" "start" {
  name_prefix = "${local.name}-start-"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "start" {
  role       = aws_iam_role.start.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role_policy" "secrets" {
  role = aws_iam_role.start.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = local.secrets[*].valueFrom }]
  })
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.name
  retention_in_days = 30
}

resource "aws_ecs_cluster" "this" {
  name = local.name
}

resource "aws_ecs_task_definition" "this" {
  for_each = {
    server = ["node", "--import", "./scripts/compile-cache.mjs", "server.ts"]
    worker = ["node", "cli/main.ts", "worker"]
  }
  family                   = "${local.name}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.start.arn
  container_definitions = jsonencode([{
    name         = each.key
    image        = var.image
    command      = each.value
    essential    = true
    stopTimeout  = local.drain + 10
    environment  = local.environment
    secrets      = local.secrets
    portMappings = each.key == "server" ? [{ containerPort = 3000 }] : []
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = aws_cloudwatch_log_group.this.name, awslogs-region = var.region, awslogs-stream-prefix = each.key }
    }
  }])
}

resource "aws_ecs_service" "this" {
  for_each        = aws_ecs_task_definition.this
  name            = each.key
  cluster         = aws_ecs_cluster.this.id
  task_definition = each.value.arn
  desired_count   = 2
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = var.private_subnet_ids
    security_groups = [aws_security_group.process.id]
  }
  dynamic "load_balancer" {
    for_each = each.key == "server" ? [1] : []
    content {
      target_group_arn = aws_lb_target_group.this.arn
      container_name   = "server"
      container_port   = 3000
    }
  }
  depends_on = [aws_lb_listener.this]
}

resource "aws_lb" "this" {
  name               = local.name
  load_balancer_type = "application"
  subnets            = var.public_subnet_ids
  security_groups    = [aws_security_group.balancer.id]
}

resource "aws_lb_target_group" "this" {
  name                 = local.name
  port                 = 3000
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = var.vpc_id
  deregistration_delay = local.drain
  health_check {
    path     = "/ready"
    interval = 10
    timeout  = 5
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}
