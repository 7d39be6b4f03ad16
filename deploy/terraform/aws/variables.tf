variable "region" { type = string }
variable "domain" {
  type        = string
  description = "The address people reach it under; point it to the load balancer."
}
variable "certificate_arn" {
  type        = string
  description = "A certificate for that address."
}
variable "image" {
  type        = string
  description = "The image that Dockerfile makes, in a registry that the tasks may read."
}
variable "vpc_id" { type = string }
variable "vpc_cidr" { type = string }
variable "private_subnet_ids" { type = list(string) }
variable "public_subnet_ids" { type = list(string) }
variable "database_class" {
  type    = string
  default = "db.t4g.medium"
}
variable "database_ca_file" {
  type        = string
  default     = ""
  description = "Where the image holds Amazon's certificate bundle for RDS."
}

output "address" {
  description = "What the domain points to."
  value       = aws_lb.this.dns_name
}
