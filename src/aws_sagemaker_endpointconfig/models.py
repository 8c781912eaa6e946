# DO NOT modify this file by hand, changes will be overwritten
from dataclasses import dataclass

from cloudformation_cli_python_lib.interface import (
    BaseModel,
    BaseResourceHandlerRequest,
)
from cloudformation_cli_python_lib.recast import recast_object
from cloudformation_cli_python_lib.utils import deserialize_list

import sys
from inspect import getmembers, isclass
from typing import (
    AbstractSet,
    Any,
    Generic,
    Mapping,
    MutableMapping,
    Optional,
    Sequence,
    Type,
    TypeVar,
)

T = TypeVar("T")


def set_or_none(value: Optional[Sequence[T]]) -> Optional[AbstractSet[T]]:
    if value:
        return set(value)
    return None


@dataclass
class ResourceHandlerRequest(BaseResourceHandlerRequest):
    # pylint: disable=invalid-name
    desiredResourceState: Optional["ResourceModel"]
    previousResourceState: Optional["ResourceModel"]
    typeConfiguration: Optional["TypeConfigurationModel"]


@dataclass
class ResourceModel(BaseModel):
    EndpointConfigName: Optional[str]
    ProductionVariants: Optional[Sequence["_ProductionVariant"]]
    AsyncInferenceConfig: Optional["_AsyncInferenceConfig"]
    ShadowProductionVariants: Optional[Sequence["_ProductionVariant"]]
    DataCaptureConfig: Optional["_DataCaptureConfig"]
    ExplainerConfig: Optional["_ExplainerConfig"]
    MetricsConfig: Optional["_MetricsConfig"]
    CrossRegionTrafficConfig: Optional["_CrossRegionTrafficConfig"]
    KmsKeyId: Optional[str]
    ExecutionRoleArn: Optional[str]
    VpcConfig: Optional["_VpcConfig"]
    EnableNetworkIsolation: Optional[bool]
    Tags: Optional[Sequence["_Tag"]]
    EndpointConfigArn: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_ResourceModel"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ResourceModel"]:
        if not json_data:
            return None
        dataclasses = {n: o for n, o in getmembers(sys.modules[__name__]) if isclass(o)}
        recast_object(cls, json_data, dataclasses)
        return cls(
            EndpointConfigName=json_data.get("EndpointConfigName"),
            ProductionVariants=deserialize_list(json_data.get("ProductionVariants"), ProductionVariant),
            AsyncInferenceConfig=AsyncInferenceConfig._deserialize(json_data.get("AsyncInferenceConfig")),
            ShadowProductionVariants=deserialize_list(json_data.get("ShadowProductionVariants"), ProductionVariant),
            DataCaptureConfig=DataCaptureConfig._deserialize(json_data.get("DataCaptureConfig")),
            ExplainerConfig=ExplainerConfig._deserialize(json_data.get("ExplainerConfig")),
            MetricsConfig=MetricsConfig._deserialize(json_data.get("MetricsConfig")),
            CrossRegionTrafficConfig=CrossRegionTrafficConfig._deserialize(json_data.get("CrossRegionTrafficConfig")),
            KmsKeyId=json_data.get("KmsKeyId"),
            ExecutionRoleArn=json_data.get("ExecutionRoleArn"),
            VpcConfig=VpcConfig._deserialize(json_data.get("VpcConfig")),
            EnableNetworkIsolation=json_data.get("EnableNetworkIsolation"),
            Tags=deserialize_list(json_data.get("Tags"), Tag),
            EndpointConfigArn=json_data.get("EndpointConfigArn"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ResourceModel = ResourceModel


@dataclass
class ProductionVariant(BaseModel):
    VariantName: Optional[str]
    ModelName: Optional[str]
    InstanceType: Optional[str]
    InitialInstanceCount: Optional[int]
    InstancePools: Optional[Sequence["_InstancePool"]]
    ServerlessConfig: Optional["_ServerlessConfig"]
    InitialVariantWeight: Optional[float]
    ManagedInstanceScaling: Optional["_ManagedInstanceScaling"]
    RoutingConfig: Optional["_RoutingConfig"]
    VolumeSizeInGB: Optional[int]
    ModelDataDownloadTimeoutInSeconds: Optional[int]
    ContainerStartupHealthCheckTimeoutInSeconds: Optional[int]
    VariantInstanceProvisionTimeoutInSeconds: Optional[int]
    InferenceAmiVersion: Optional[str]
    CapacityReservationConfig: Optional["_CapacityReservationConfig"]
    AcceleratorPartitionLayouts: Optional[Sequence["_AcceleratorPartitionLayout"]]
    EnableSSMAccess: Optional[bool]
    CoreDumpConfig: Optional["_CoreDumpConfig"]
    AcceleratorType: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_ProductionVariant"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ProductionVariant"]:
        if not json_data:
            return None
        return cls(
            VariantName=json_data.get("VariantName"),
            ModelName=json_data.get("ModelName"),
            InstanceType=json_data.get("InstanceType"),
            InitialInstanceCount=json_data.get("InitialInstanceCount"),
            InstancePools=deserialize_list(json_data.get("InstancePools"), InstancePool),
            ServerlessConfig=ServerlessConfig._deserialize(json_data.get("ServerlessConfig")),
            InitialVariantWeight=json_data.get("InitialVariantWeight"),
            ManagedInstanceScaling=ManagedInstanceScaling._deserialize(json_data.get("ManagedInstanceScaling")),
            RoutingConfig=RoutingConfig._deserialize(json_data.get("RoutingConfig")),
            VolumeSizeInGB=json_data.get("VolumeSizeInGB"),
            ModelDataDownloadTimeoutInSeconds=json_data.get("ModelDataDownloadTimeoutInSeconds"),
            ContainerStartupHealthCheckTimeoutInSeconds=json_data.get("ContainerStartupHealthCheckTimeoutInSeconds"),
            VariantInstanceProvisionTimeoutInSeconds=json_data.get("VariantInstanceProvisionTimeoutInSeconds"),
            InferenceAmiVersion=json_data.get("InferenceAmiVersion"),
            CapacityReservationConfig=CapacityReservationConfig._deserialize(json_data.get("CapacityReservationConfig")),
            AcceleratorPartitionLayouts=deserialize_list(json_data.get("AcceleratorPartitionLayouts"), AcceleratorPartitionLayout),
            EnableSSMAccess=json_data.get("EnableSSMAccess"),
            CoreDumpConfig=CoreDumpConfig._deserialize(json_data.get("CoreDumpConfig")),
            AcceleratorType=json_data.get("AcceleratorType"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ProductionVariant = ProductionVariant


@dataclass
class InstancePool(BaseModel):
    InstanceType: Optional[str]
    Priority: Optional[int]
    ModelNameOverride: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_InstancePool"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_InstancePool"]:
        if not json_data:
            return None
        return cls(
            InstanceType=json_data.get("InstanceType"),
            Priority=json_data.get("Priority"),
            ModelNameOverride=json_data.get("ModelNameOverride"),
        )


# work around possible type aliasing issues when variable has same name as a model
_InstancePool = InstancePool


@dataclass
class ServerlessConfig(BaseModel):
    MemorySizeInMB: Optional[int]
    MaxConcurrency: Optional[int]
    ProvisionedConcurrency: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_ServerlessConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ServerlessConfig"]:
        if not json_data:
            return None
        return cls(
            MemorySizeInMB=json_data.get("MemorySizeInMB"),
            MaxConcurrency=json_data.get("MaxConcurrency"),
            ProvisionedConcurrency=json_data.get("ProvisionedConcurrency"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ServerlessConfig = ServerlessConfig


@dataclass
class ManagedInstanceScaling(BaseModel):
    Status: Optional[str]
    MinInstanceCount: Optional[int]
    MaxInstanceCount: Optional[int]
    ScaleInPolicy: Optional["_ScaleInPolicy"]

    @classmethod
    def _deserialize(
        cls: Type["_ManagedInstanceScaling"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ManagedInstanceScaling"]:
        if not json_data:
            return None
        return cls(
            Status=json_data.get("Status"),
            MinInstanceCount=json_data.get("MinInstanceCount"),
            MaxInstanceCount=json_data.get("MaxInstanceCount"),
            ScaleInPolicy=ScaleInPolicy._deserialize(json_data.get("ScaleInPolicy")),
        )


# work around possible type aliasing issues when variable has same name as a model
_ManagedInstanceScaling = ManagedInstanceScaling


@dataclass
class ScaleInPolicy(BaseModel):
    Strategy: Optional[str]
    MaximumStepSize: Optional[int]
    CooldownInMinutes: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_ScaleInPolicy"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ScaleInPolicy"]:
        if not json_data:
            return None
        return cls(
            Strategy=json_data.get("Strategy"),
            MaximumStepSize=json_data.get("MaximumStepSize"),
            CooldownInMinutes=json_data.get("CooldownInMinutes"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ScaleInPolicy = ScaleInPolicy


@dataclass
class RoutingConfig(BaseModel):
    RoutingStrategy: Optional[str]
    PrefixAwareRoutingConfig: Optional["_PrefixAwareRoutingConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_RoutingConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_RoutingConfig"]:
        if not json_data:
            return None
        return cls(
            RoutingStrategy=json_data.get("RoutingStrategy"),
            PrefixAwareRoutingConfig=PrefixAwareRoutingConfig._deserialize(json_data.get("PrefixAwareRoutingConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_RoutingConfig = RoutingConfig


@dataclass
class PrefixAwareRoutingConfig(BaseModel):
    PrefixLength: Optional[int]
    ConcurrencyThreshold: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_PrefixAwareRoutingConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_PrefixAwareRoutingConfig"]:
        if not json_data:
            return None
        return cls(
            PrefixLength=json_data.get("PrefixLength"),
            ConcurrencyThreshold=json_data.get("ConcurrencyThreshold"),
        )


# work around possible type aliasing issues when variable has same name as a model
_PrefixAwareRoutingConfig = PrefixAwareRoutingConfig


@dataclass
class CapacityReservationConfig(BaseModel):
    CapacityReservationPreference: Optional[str]
    MlReservationArn: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_CapacityReservationConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_CapacityReservationConfig"]:
        if not json_data:
            return None
        return cls(
            CapacityReservationPreference=json_data.get("CapacityReservationPreference"),
            MlReservationArn=json_data.get("MlReservationArn"),
        )


# work around possible type aliasing issues when variable has same name as a model
_CapacityReservationConfig = CapacityReservationConfig


@dataclass
class AcceleratorPartitionLayout(BaseModel):
    AcceleratorPartitionTypes: Optional[Sequence[str]]

    @classmethod
    def _deserialize(
        cls: Type["_AcceleratorPartitionLayout"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_AcceleratorPartitionLayout"]:
        if not json_data:
            return None
        return cls(
            AcceleratorPartitionTypes=json_data.get("AcceleratorPartitionTypes"),
        )


# work around possible type aliasing issues when variable has same name as a model
_AcceleratorPartitionLayout = AcceleratorPartitionLayout


@dataclass
class CoreDumpConfig(BaseModel):
    DestinationS3Uri: Optional[str]
    KmsKeyId: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_CoreDumpConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_CoreDumpConfig"]:
        if not json_data:
            return None
        return cls(
            DestinationS3Uri=json_data.get("DestinationS3Uri"),
            KmsKeyId=json_data.get("KmsKeyId"),
        )


# work around possible type aliasing issues when variable has same name as a model
_CoreDumpConfig = CoreDumpConfig


@dataclass
class AsyncInferenceConfig(BaseModel):
    ClientConfig: Optional["_AsyncInferenceClientConfig"]
    OutputConfig: Optional["_AsyncInferenceOutputConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_AsyncInferenceConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_AsyncInferenceConfig"]:
        if not json_data:
            return None
        return cls(
            ClientConfig=AsyncInferenceClientConfig._deserialize(json_data.get("ClientConfig")),
            OutputConfig=AsyncInferenceOutputConfig._deserialize(json_data.get("OutputConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_AsyncInferenceConfig = AsyncInferenceConfig


@dataclass
class AsyncInferenceClientConfig(BaseModel):
    MaxConcurrentInvocationsPerInstance: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_AsyncInferenceClientConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_AsyncInferenceClientConfig"]:
        if not json_data:
            return None
        return cls(
            MaxConcurrentInvocationsPerInstance=json_data.get("MaxConcurrentInvocationsPerInstance"),
        )


# work around possible type aliasing issues when variable has same name as a model
_AsyncInferenceClientConfig = AsyncInferenceClientConfig


@dataclass
class AsyncInferenceOutputConfig(BaseModel):
    S3OutputPath: Optional[str]
    S3FailurePath: Optional[str]
    KmsKeyId: Optional[str]
    NotificationConfig: Optional["_AsyncInferenceNotificationConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_AsyncInferenceOutputConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_AsyncInferenceOutputConfig"]:
        if not json_data:
            return None
        return cls(
            S3OutputPath=json_data.get("S3OutputPath"),
            S3FailurePath=json_data.get("S3FailurePath"),
            KmsKeyId=json_data.get("KmsKeyId"),
            NotificationConfig=AsyncInferenceNotificationConfig._deserialize(json_data.get("NotificationConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_AsyncInferenceOutputConfig = AsyncInferenceOutputConfig


@dataclass
class AsyncInferenceNotificationConfig(BaseModel):
    SuccessTopic: Optional[str]
    ErrorTopic: Optional[str]
    IncludeInferenceResponseIn: Optional[Sequence[str]]

    @classmethod
    def _deserialize(
        cls: Type["_AsyncInferenceNotificationConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_AsyncInferenceNotificationConfig"]:
        if not json_data:
            return None
        return cls(
            SuccessTopic=json_data.get("SuccessTopic"),
            ErrorTopic=json_data.get("ErrorTopic"),
            IncludeInferenceResponseIn=json_data.get("IncludeInferenceResponseIn"),
        )


# work around possible type aliasing issues when variable has same name as a model
_AsyncInferenceNotificationConfig = AsyncInferenceNotificationConfig


@dataclass
class DataCaptureConfig(BaseModel):
    EnableCapture: Optional[bool]
    InitialSamplingPercentage: Optional[int]
    DestinationS3Uri: Optional[str]
    KmsKeyId: Optional[str]
    CaptureOptions: Optional[Sequence["_CaptureOption"]]
    CaptureContentTypeHeader: Optional["_CaptureContentTypeHeader"]

    @classmethod
    def _deserialize(
        cls: Type["_DataCaptureConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_DataCaptureConfig"]:
        if not json_data:
            return None
        return cls(
            EnableCapture=json_data.get("EnableCapture"),
            InitialSamplingPercentage=json_data.get("InitialSamplingPercentage"),
            DestinationS3Uri=json_data.get("DestinationS3Uri"),
            KmsKeyId=json_data.get("KmsKeyId"),
            CaptureOptions=deserialize_list(json_data.get("CaptureOptions"), CaptureOption),
            CaptureContentTypeHeader=CaptureContentTypeHeader._deserialize(json_data.get("CaptureContentTypeHeader")),
        )


# work around possible type aliasing issues when variable has same name as a model
_DataCaptureConfig = DataCaptureConfig


@dataclass
class CaptureOption(BaseModel):
    CaptureMode: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_CaptureOption"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_CaptureOption"]:
        if not json_data:
            return None
        return cls(
            CaptureMode=json_data.get("CaptureMode"),
        )


# work around possible type aliasing issues when variable has same name as a model
_CaptureOption = CaptureOption


@dataclass
class CaptureContentTypeHeader(BaseModel):
    CsvContentTypes: Optional[Sequence[str]]
    JsonContentTypes: Optional[Sequence[str]]

    @classmethod
    def _deserialize(
        cls: Type["_CaptureContentTypeHeader"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_CaptureContentTypeHeader"]:
        if not json_data:
            return None
        return cls(
            CsvContentTypes=json_data.get("CsvContentTypes"),
            JsonContentTypes=json_data.get("JsonContentTypes"),
        )


# work around possible type aliasing issues when variable has same name as a model
_CaptureContentTypeHeader = CaptureContentTypeHeader


@dataclass
class ExplainerConfig(BaseModel):
    ClarifyExplainerConfig: Optional["_ClarifyExplainerConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_ExplainerConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ExplainerConfig"]:
        if not json_data:
            return None
        return cls(
            ClarifyExplainerConfig=ClarifyExplainerConfig._deserialize(json_data.get("ClarifyExplainerConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_ExplainerConfig = ExplainerConfig


@dataclass
class ClarifyExplainerConfig(BaseModel):
    EnableExplanations: Optional[str]
    InferenceConfig: Optional["_ClarifyInferenceConfig"]
    ShapConfig: Optional["_ClarifyShapConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_ClarifyExplainerConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ClarifyExplainerConfig"]:
        if not json_data:
            return None
        return cls(
            EnableExplanations=json_data.get("EnableExplanations"),
            InferenceConfig=ClarifyInferenceConfig._deserialize(json_data.get("InferenceConfig")),
            ShapConfig=ClarifyShapConfig._deserialize(json_data.get("ShapConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_ClarifyExplainerConfig = ClarifyExplainerConfig


@dataclass
class ClarifyInferenceConfig(BaseModel):
    FeaturesAttribute: Optional[str]
    ContentTemplate: Optional[str]
    MaxRecordCount: Optional[int]
    MaxPayloadInMB: Optional[int]
    ProbabilityIndex: Optional[int]
    LabelIndex: Optional[int]
    ProbabilityAttribute: Optional[str]
    LabelAttribute: Optional[str]
    LabelHeaders: Optional[Sequence[str]]
    FeatureHeaders: Optional[Sequence[str]]
    FeatureTypes: Optional[Sequence[str]]

    @classmethod
    def _deserialize(
        cls: Type["_ClarifyInferenceConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ClarifyInferenceConfig"]:
        if not json_data:
            return None
        return cls(
            FeaturesAttribute=json_data.get("FeaturesAttribute"),
            ContentTemplate=json_data.get("ContentTemplate"),
            MaxRecordCount=json_data.get("MaxRecordCount"),
            MaxPayloadInMB=json_data.get("MaxPayloadInMB"),
            ProbabilityIndex=json_data.get("ProbabilityIndex"),
            LabelIndex=json_data.get("LabelIndex"),
            ProbabilityAttribute=json_data.get("ProbabilityAttribute"),
            LabelAttribute=json_data.get("LabelAttribute"),
            LabelHeaders=json_data.get("LabelHeaders"),
            FeatureHeaders=json_data.get("FeatureHeaders"),
            FeatureTypes=json_data.get("FeatureTypes"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ClarifyInferenceConfig = ClarifyInferenceConfig


@dataclass
class ClarifyShapConfig(BaseModel):
    ShapBaselineConfig: Optional["_ClarifyShapBaselineConfig"]
    NumberOfSamples: Optional[int]
    UseLogit: Optional[bool]
    Seed: Optional[int]
    TextConfig: Optional["_ClarifyTextConfig"]

    @classmethod
    def _deserialize(
        cls: Type["_ClarifyShapConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ClarifyShapConfig"]:
        if not json_data:
            return None
        return cls(
            ShapBaselineConfig=ClarifyShapBaselineConfig._deserialize(json_data.get("ShapBaselineConfig")),
            NumberOfSamples=json_data.get("NumberOfSamples"),
            UseLogit=json_data.get("UseLogit"),
            Seed=json_data.get("Seed"),
            TextConfig=ClarifyTextConfig._deserialize(json_data.get("TextConfig")),
        )


# work around possible type aliasing issues when variable has same name as a model
_ClarifyShapConfig = ClarifyShapConfig


@dataclass
class ClarifyShapBaselineConfig(BaseModel):
    MimeType: Optional[str]
    ShapBaseline: Optional[str]
    ShapBaselineUri: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_ClarifyShapBaselineConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ClarifyShapBaselineConfig"]:
        if not json_data:
            return None
        return cls(
            MimeType=json_data.get("MimeType"),
            ShapBaseline=json_data.get("ShapBaseline"),
            ShapBaselineUri=json_data.get("ShapBaselineUri"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ClarifyShapBaselineConfig = ClarifyShapBaselineConfig


@dataclass
class ClarifyTextConfig(BaseModel):
    Language: Optional[str]
    Granularity: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_ClarifyTextConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_ClarifyTextConfig"]:
        if not json_data:
            return None
        return cls(
            Language=json_data.get("Language"),
            Granularity=json_data.get("Granularity"),
        )


# work around possible type aliasing issues when variable has same name as a model
_ClarifyTextConfig = ClarifyTextConfig


@dataclass
class MetricsConfig(BaseModel):
    EnableEnhancedMetrics: Optional[bool]
    EnableDetailedObservability: Optional[bool]
    MetricPublishFrequencyInSeconds: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_MetricsConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_MetricsConfig"]:
        if not json_data:
            return None
        return cls(
            EnableEnhancedMetrics=json_data.get("EnableEnhancedMetrics"),
            EnableDetailedObservability=json_data.get("EnableDetailedObservability"),
            MetricPublishFrequencyInSeconds=json_data.get("MetricPublishFrequencyInSeconds"),
        )


# work around possible type aliasing issues when variable has same name as a model
_MetricsConfig = MetricsConfig


@dataclass
class CrossRegionTrafficConfig(BaseModel):
    MaxInvocationsPerSecondPerInstance: Optional[int]
    MaxCrossRegionPercentPerEndpoint: Optional[int]

    @classmethod
    def _deserialize(
        cls: Type["_CrossRegionTrafficConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_CrossRegionTrafficConfig"]:
        if not json_data:
            return None
        return cls(
            MaxInvocationsPerSecondPerInstance=json_data.get("MaxInvocationsPerSecondPerInstance"),
            MaxCrossRegionPercentPerEndpoint=json_data.get("MaxCrossRegionPercentPerEndpoint"),
        )


# work around possible type aliasing issues when variable has same name as a model
_CrossRegionTrafficConfig = CrossRegionTrafficConfig


@dataclass
class VpcConfig(BaseModel):
    SecurityGroupIds: Optional[Sequence[str]]
    Subnets: Optional[Sequence[str]]

    @classmethod
    def _deserialize(
        cls: Type["_VpcConfig"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_VpcConfig"]:
        if not json_data:
            return None
        return cls(
            SecurityGroupIds=json_data.get("SecurityGroupIds"),
            Subnets=json_data.get("Subnets"),
        )


# work around possible type aliasing issues when variable has same name as a model
_VpcConfig = VpcConfig


@dataclass
class Tag(BaseModel):
    Key: Optional[str]
    Value: Optional[str]

    @classmethod
    def _deserialize(
        cls: Type["_Tag"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_Tag"]:
        if not json_data:
            return None
        return cls(
            Key=json_data.get("Key"),
            Value=json_data.get("Value"),
        )


# work around possible type aliasing issues when variable has same name as a model
_Tag = Tag


@dataclass
class TypeConfigurationModel(BaseModel):

    @classmethod
    def _deserialize(
        cls: Type["_TypeConfigurationModel"],
        json_data: Optional[Mapping[str, Any]],
    ) -> Optional["_TypeConfigurationModel"]:
        if not json_data:
            return None
        return cls(
        )


# work around possible type aliasing issues when variable has same name as a model
_TypeConfigurationModel = TypeConfigurationModel


