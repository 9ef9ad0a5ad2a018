$version: "2.0"

// What endpoint rules are made from (Smithy, "AWS declarative endpoint traits").
namespace aws.endpoints

@trait(selector: "structure[trait|trait]")
structure endpointsModifier {}

@trait(selector: "service", conflicts: [standardPartitionalEndpoints])
@endpointsModifier
structure standardRegionalEndpoints {
    partitionSpecialCases: PartitionCases
    regionSpecialCases: RegionCases
}

@private
map PartitionCases { key: String, value: PartitionCaseList }

@private
list PartitionCaseList { member: PartitionCase }

@private
structure PartitionCase {
    @required
    endpoint: String
    dualStack: Boolean
    fips: Boolean
}

@private
map RegionCases { key: String, value: RegionCaseList }

@private
list RegionCaseList { member: RegionCase }

@private
structure RegionCase {
    @required
    endpoint: String
    dualStack: Boolean
    fips: Boolean
    signingRegion: String
}

@trait(selector: "service", conflicts: [standardRegionalEndpoints])
@endpointsModifier
structure standardPartitionalEndpoints {
    @required
    endpointPatternType: PartitionEndpointPattern
    partitionEndpointSpecialCases: PartitionEndpointCases
}

@private
enum PartitionEndpointPattern {
    SERVICE_DNSSUFFIX = "service_dnsSuffix"
    SERVICE_REGION_DNSSUFFIX = "service_region_dnsSuffix"
}

@private
map PartitionEndpointCases { key: String, value: PartitionEndpointCaseList }

@private
list PartitionEndpointCaseList { member: PartitionEndpointCase }

@private
structure PartitionEndpointCase {
    endpoint: String
    region: String
    dualStack: Boolean
    fips: Boolean
}

@trait(selector: "service")
@endpointsModifier
structure dualStackOnlyEndpoints {}
@trait(selector: "service")
@endpointsModifier
structure rulesBasedEndpoints {}
