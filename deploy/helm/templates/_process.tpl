{{/* What the server and a worker have in common: (dict "root" $ "part" "server" "of" .Values.server) */}}
{{- define "refrain.labels" -}}
app.kubernetes.io/name: refrain
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "refrain.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "refrain.environment" -}}
envFrom:
  - secretRef: { name: {{ .root.Values.existingSecret }} }
env:
  - { name: REFRAIN_URL, value: {{ .root.Values.url | quote }} }
  - { name: DRAIN_SECONDS, value: {{ .root.Values.drainSeconds | quote }} }
  - { name: METRICS_PORT, value: {{ .root.Values.metrics.port | quote }} }
  - { name: METRICS_HOST, value: 0.0.0.0 }
  {{- range $name, $value := .root.Values.settings }}
  - { name: {{ $name }}, value: {{ $value | quote }} }
  {{- end }}
{{- end }}

{{- define "refrain.container" -}}
name: {{ .part }}
image: {{ include "refrain.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
{{ include "refrain.environment" . }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: data, mountPath: /data }
  - { name: tmp, mountPath: /tmp }
{{- end }}

{{- define "refrain.pod" -}}
securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: RuntimeDefault } }
automountServiceAccountToken: false
volumes:
  - { name: data, emptyDir: {} }
  - { name: tmp, emptyDir: {} }
{{- end }}
