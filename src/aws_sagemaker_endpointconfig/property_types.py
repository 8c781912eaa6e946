"""What type every property has. Written by `make generate` from models.py."""

INSTANCE_POOL = {
    "InstanceType": str,
    "Priority": int,
    "ModelNameOverride": str,
}

SERVERLESS_CONFIG = {
    "MemorySizeInMB": int,
    "MaxConcurrency": int,
    "ProvisionedConcurrency": int,
}

SCALE_IN_POLICY = {
    "Strategy": str,
    "MaximumStepSize": int,
    "CooldownInMinutes": int,
}

MANAGED_INSTANCE_SCALING = {
    "Status": str,
    "MinInstanceCount": int,
    "MaxInstanceCount": int,
    "ScaleInPolicy": SCALE_IN_POLICY,
}

PREFIX_AWARE_ROUTING_CONFIG = {
    "PrefixLength": int,
    "ConcurrencyThreshold": int,
}

ROUTING_CONFIG = {
    "RoutingStrategy": str,
    "PrefixAwareRoutingConfig": PREFIX_AWARE_ROUTING_CONFIG,
}

CAPACITY_RESERVATION_CONFIG = {
    "CapacityReservationPreference": str,
    "MlReservationArn": str,
}

ACCELERATOR_PARTITION_LAYOUT = {
    "AcceleratorPartitionTypes": [str],
}

CORE_DUMP_CONFIG = {
    "DestinationS3Uri": str,
    "KmsKeyId": str,
}

PRODUCTION_VARIANT = {
    "VariantName": str,
    "ModelName": str,
    "InstanceType": str,
    "InitialInstanceCount": int,
    "InstancePools": [INSTANCE_POOL],
    "ServerlessConfig": SERVERLESS_CONFIG,
    "InitialVariantWeight": float,
    "ManagedInstanceScaling": MANAGED_INSTANCE_SCALING,
    "RoutingConfig": ROUTING_CONFIG,
    "VolumeSizeInGB": int,
    "ModelDataDownloadTimeoutInSeconds": int,
    "ContainerStartupHealthCheckTimeoutInSeconds": int,
    "VariantInstanceProvisionTimeoutInSeconds": int,
    "InferenceAmiVersion": str,
    "CapacityReservationConfig": CAPACITY_RESERVATION_CONFIG,
    "AcceleratorPartitionLayouts": [ACCELERATOR_PARTITION_LAYOUT],
    "EnableSSMAccess": bool,
    "CoreDumpConfig": CORE_DUMP_CONFIG,
    "AcceleratorType": str,
}

ASYNC_INFERENCE_CLIENT_CONFIG = {
    "MaxConcurrentInvocationsPerInstance": int,
}

ASYNC_INFERENCE_NOTIFICATION_CONFIG = {
    "SuccessTopic": str,
    "ErrorTopic": str,
    "IncludeInferenceResponseIn": [str],
}

ASYNC_INFERENCE_OUTPUT_CONFIG = {
    "S3OutputPath": str,
    "S3FailurePath": str,
    "KmsKeyId": str,
    "NotificationConfig": ASYNC_INFERENCE_NOTIFICATION_CONFIG,
}

ASYNC_INFERENCE_CONFIG = {
    "ClientConfig": ASYNC_INFERENCE_CLIENT_CONFIG,
    "OutputConfig": ASYNC_INFERENCE_OUTPUT_CONFIG,
}

CAPTURE_OPTION = {
    "CaptureMode": str,
}

CAPTURE_CONTENT_TYPE_HEADER = {
    "CsvContentTypes": [str],
    "JsonContentTypes": [str],
}

DATA_CAPTURE_CONFIG = {
    "EnableCapture": bool,
    "InitialSamplingPercentage": int,
    "DestinationS3Uri": str,
    "KmsKeyId": str,
    "CaptureOptions": [CAPTURE_OPTION],
    "CaptureContentTypeHeader": CAPTURE_CONTENT_TYPE_HEADER,
}

CLARIFY_INFERENCE_CONFIG = {
    "FeaturesAttribute": str,
    "ContentTemplate": str,
    "MaxRecordCount": int,
    "MaxPayloadInMB": int,
    "ProbabilityIndex": int,
    "LabelIndex": int,
    "ProbabilityAttribute": str,
    "LabelAttribute": str,
    "LabelHeaders": [str],
    "FeatureHeaders": [str],
    "FeatureTypes": [str],
}

CLARIFY_SHAP_BASELINE_CONFIG = {
    "MimeType": str,
    "ShapBaseline": str,
    "ShapBaselineUri": str,
}

CLARIFY_TEXT_CONFIG = {
    "Language": str,
    "Granularity": str,
}

CLARIFY_SHAP_CONFIG = {
    "ShapBaselineConfig": CLARIFY_SHAP_BASELINE_CONFIG,
    "NumberOfSamples": int,
    "UseLogit": bool,
    "Seed": int,
    "TextConfig": CLARIFY_TEXT_CONFIG,
}

CLARIFY_EXPLAINER_CONFIG = {
    "EnableExplanations": str,
    "InferenceConfig": CLARIFY_INFERENCE_CONFIG,
    "ShapConfig": CLARIFY_SHAP_CONFIG,
}

EXPLAINER_CONFIG = {
    "ClarifyExplainerConfig": CLARIFY_EXPLAINER_CONFIG,
}

METRICS_CONFIG = {
    "EnableEnhancedMetrics": bool,
    "EnableDetailedObservability": bool,
    "MetricPublishFrequencyInSeconds": int,
}

CROSS_REGION_TRAFFIC_CONFIG = {
    "MaxInvocationsPerSecondPerInstance": int,
    "MaxCrossRegionPercentPerEndpoint": int,
}

VPC_CONFIG = {
    "SecurityGroupIds": [str],
    "Subnets": [str],
}

TAG = {
    "Key": str,
    "Value": str,
}

RESOURCE = {
    "EndpointConfigName": str,
    "ProductionVariants": [PRODUCTION_VARIANT],
    "AsyncInferenceConfig": ASYNC_INFERENCE_CONFIG,
    "ShadowProductionVariants": [PRODUCTION_VARIANT],
    "DataCaptureConfig": DATA_CAPTURE_CONFIG,
    "ExplainerConfig": EXPLAINER_CONFIG,
    "MetricsConfig": METRICS_CONFIG,
    "CrossRegionTrafficConfig": CROSS_REGION_TRAFFIC_CONFIG,
    "KmsKeyId": str,
    "ExecutionRoleArn": str,
    "VpcConfig": VPC_CONFIG,
    "EnableNetworkIsolation": bool,
    "Tags": [TAG],
    "EndpointConfigArn": str,
}
