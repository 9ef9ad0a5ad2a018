$version: "2.0"

// MQTT (Smithy, "MQTT protocol bindings").
namespace smithy.mqtt

@trait(selector: "service")
@protocolDefinition
structure mqttJson {}

@trait(selector: "operation :not(-[output]-> * > member)", conflicts: [subscribe])
@pattern("^[^#+]+$")
string publish

@trait(selector: "operation :test(-[output]->)", conflicts: [publish])
@pattern("^[^#+]+$")
string subscribe

@trait(selector: "member[trait|required] :test(> :test(string, byte, short, integer, long, boolean, timestamp))")
structure topicLabel {}
