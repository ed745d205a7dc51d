/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $emptyBytes = $util.newBuffer([]);

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const ringkv = $root.ringkv = (() => {

    const ringkv = {};

    ringkv.v1 = (function() {

        const v1 = {};

        v1.StatusRequest = (function() {

            const StatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            StatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.StatusRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusRequest;
        })();

        v1.StatusResponse = (function() {

            const StatusResponse = function (properties) {
                this.clusterId = "";
                this.nodeId = 0;
                this.version = "";
                this.nodes = 0;
                this.nodesUp = 0;
                this.shards = 0;
                this.shardsWithLeader = 0;
                this.replicasWanted = 0;
                this.underReplicated = 0;
                this.placementLeader = 0;
                this.clock = 0;
                this.closedLagMs = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatusResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.nodeId != null && message.nodeId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.nodeId);
                if (message.version != null && message.version !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.nodes != null && message.nodes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.nodes);
                if (message.nodesUp != null && message.nodesUp !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.nodesUp);
                if (message.shards != null && message.shards !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.shards);
                if (message.shardsWithLeader != null && message.shardsWithLeader !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.shardsWithLeader);
                if (message.replicasWanted != null && message.replicasWanted !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.replicasWanted);
                if (message.underReplicated != null && message.underReplicated !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.underReplicated);
                if (message.placementLeader != null && message.placementLeader !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.placementLeader);
                if (message.clock != null && message.clock !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.clock);
                if (message.closedLagMs != null && message.closedLagMs !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.closedLagMs);
                return writer;
            };

            StatusResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.StatusResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.nodeId = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.nodes = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.nodesUp = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.shards = reader.uint32();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.shardsWithLeader = reader.uint32();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.replicasWanted = reader.uint32();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.underReplicated = reader.uint32();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.placementLeader = reader.uint32();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.clock = reader.uint64();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.closedLagMs = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusResponse;
        })();

        v1.ListNodesRequest = (function() {

            const ListNodesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListNodesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            ListNodesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListNodesRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListNodesRequest;
        })();

        v1.NodeInfo = (function() {

            const NodeInfo = function (properties) {
                this.id = 0;
                this.address = "";
                this.labels = $util.emptyObject;
                this.state = "";
                this.version = "";
                this.replicas = 0;
                this.leaders = 0;
                this.diskFreeBytes = 0;
                this.diskTotalBytes = 0;
                this.memoryBytes = 0;
                this.uptimeSeconds = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.address != null && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.labels != null)
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.labels[keys[i]]).ldelim();
                if (message.state != null && message.state !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                if (message.version != null && message.version !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.version);
                if (message.replicas != null && message.replicas !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.replicas);
                if (message.leaders != null && message.leaders !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.leaders);
                if (message.diskFreeBytes != null && message.diskFreeBytes !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.diskFreeBytes);
                if (message.diskTotalBytes != null && message.diskTotalBytes !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.diskTotalBytes);
                if (message.memoryBytes != null && message.memoryBytes !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.memoryBytes);
                if (message.uptimeSeconds != null && message.uptimeSeconds !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.uptimeSeconds);
                return writer;
            };

            NodeInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.NodeInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.address = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.labels === $util.emptyObject)
                                message.labels = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.labels, key);
                            message.labels[key] = value;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.state = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.replicas = reader.uint32();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.leaders = reader.uint32();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.diskFreeBytes = reader.uint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.diskTotalBytes = reader.uint64();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.uptimeSeconds = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeInfo;
        })();

        v1.ListNodesResponse = (function() {

            const ListNodesResponse = function (properties) {
                this.nodes = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListNodesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.ringkv.v1.NodeInfo.encode(message.nodes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            ListNodesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListNodesResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.ringkv.v1.NodeInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListNodesResponse;
        })();

        v1.ListShardsRequest = (function() {

            const ListShardsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListShardsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            ListShardsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListShardsRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListShardsRequest;
        })();

        v1.ReplicaInfo = (function() {

            const ReplicaInfo = function (properties) {
                this.replica = 0;
                this.node = 0;
                this.learner = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReplicaInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.replica != null && message.replica !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.replica);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.learner != null && message.learner !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.learner);
                return writer;
            };

            ReplicaInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReplicaInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.replica = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.learner = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaInfo;
        })();

        v1.ShardInfo = (function() {

            const ShardInfo = function (properties) {
                this.shard = 0;
                this.start = 0;
                this.end = 0;
                this.leader = 0;
                this.configEpoch = 0;
                this.rangeEpoch = 0;
                this.replicas = $util.emptyArray;
                this.appliedIndex = 0;
                this.approximateBytes = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShardInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.start != null && message.start !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.start);
                if (message.end != null && message.end !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.end);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leader);
                if (message.configEpoch != null && message.configEpoch !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.configEpoch);
                if (message.rangeEpoch != null && message.rangeEpoch !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.rangeEpoch);
                if (message.replicas != null && message.replicas.length)
                    for (let i = 0; i < message.replicas.length; ++i)
                        $root.ringkv.v1.ReplicaInfo.encode(message.replicas[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.appliedIndex != null && message.appliedIndex !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.appliedIndex);
                if (message.approximateBytes != null && message.approximateBytes !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.approximateBytes);
                return writer;
            };

            ShardInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ShardInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.start = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.end = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.configEpoch = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.rangeEpoch = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.replicas && message.replicas.length))
                                message.replicas = [];
                            message.replicas.push($root.ringkv.v1.ReplicaInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.appliedIndex = reader.uint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.approximateBytes = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShardInfo;
        })();

        v1.ListShardsResponse = (function() {

            const ListShardsResponse = function (properties) {
                this.shards = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListShardsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.ShardInfo.encode(message.shards[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            ListShardsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListShardsResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push($root.ringkv.v1.ShardInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListShardsResponse;
        })();

        v1.SplitShardRequest = (function() {

            const SplitShardRequest = function (properties) {
                this.shard = 0;
                this.token = null;
                this.key = null;
                this.plan = false;
                this.where = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SplitShardRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.token != null)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.token);
                if (message.key != null)
                    $root.ringkv.v1.KeyOfKeyspace.encode(message.key, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.plan != null && message.plan !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.plan);
                return writer;
            };

            SplitShardRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.SplitShardRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.token = reader.uint64();
                            if (message.where !== "token") {
                                if (message.where !== $undefined)
                                    message[message.where] = null;
                                message.where = "token";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = $root.ringkv.v1.KeyOfKeyspace.decode(reader, reader.size(), $undefined, _depth + 1, message.key);
                            if (message.where !== "key") {
                                if (message.where !== $undefined)
                                    message[message.where] = null;
                                message.where = "key";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.plan = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitShardRequest;
        })();

        v1.KeyOfKeyspace = (function() {

            const KeyOfKeyspace = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyOfKeyspace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                return writer;
            };

            KeyOfKeyspace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.KeyOfKeyspace();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyOfKeyspace;
        })();

        v1.SplitShardResponse = (function() {

            const SplitShardResponse = function (properties) {
                this.shard = 0;
                this.start = 0;
                this.token = 0;
                this.end = 0;
                this.approximateBytes = 0;
                this.replicas = $util.emptyArray;
                this.operator = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SplitShardResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.start != null && message.start !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.start);
                if (message.token != null && message.token !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.token);
                if (message.end != null && message.end !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.end);
                if (message.approximateBytes != null && message.approximateBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.approximateBytes);
                if (message.replicas != null && message.replicas.length)
                    for (let i = 0; i < message.replicas.length; ++i)
                        $root.ringkv.v1.ReplicaInfo.encode(message.replicas[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.operator != null)
                    $root.ringkv.v1.OperatorInfo.encode(message.operator, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                return writer;
            };

            SplitShardResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.SplitShardResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.start = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.token = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.end = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.approximateBytes = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.replicas && message.replicas.length))
                                message.replicas = [];
                            message.replicas.push($root.ringkv.v1.ReplicaInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.operator = $root.ringkv.v1.OperatorInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.operator);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitShardResponse;
        })();

        v1.OperatorInfo = (function() {

            const OperatorInfo = function (properties) {
                this.id = 0;
                this.shard = 0;
                this.kind = "";
                this.state = "";
                this.step = "";
                this.note = "";
                this.child = 0;
                this.token = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            OperatorInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.shard);
                if (message.kind != null && message.kind !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.kind);
                if (message.state != null && message.state !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                if (message.step != null && message.step !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.step);
                if (message.note != null && message.note !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.note);
                if (message.child != null && message.child !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.child);
                if (message.token != null && message.token !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.token);
                return writer;
            };

            OperatorInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.OperatorInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.state = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.step = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.note = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.child = reader.uint32();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.token = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OperatorInfo;
        })();

        v1.ListKeyspacesRequest = (function() {

            const ListKeyspacesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListKeyspacesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            ListKeyspacesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListKeyspacesRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListKeyspacesRequest;
        })();

        v1.KeyspaceInfo = (function() {

            const KeyspaceInfo = function (properties) {
                this.id = 0;
                this.name = "";
                this.partition = null;
                this.policy = 0;
                this.retentionMs = 0;
                this.quotaBytes = 0;
                this.createdAt = 0;
                this.existed = false;
                this.keys = 0;
                this.bytes = 0;
                this.historyBytes = 0;
                this.full = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyspaceInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.partition != null)
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.policy != null && message.policy !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.policy);
                if (message.retentionMs != null && message.retentionMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.retentionMs);
                if (message.quotaBytes != null && message.quotaBytes !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.quotaBytes);
                if (message.createdAt != null && message.createdAt !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.createdAt);
                if (message.existed != null && message.existed !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.existed);
                if (message.keys != null && message.keys !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.keys);
                if (message.bytes != null && message.bytes !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.bytes);
                if (message.historyBytes != null && message.historyBytes !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.historyBytes);
                if (message.full != null && message.full !== false)
                    writer.uint32(/* id 12, wireType 0 =*/96).bool(message.full);
                return writer;
            };

            KeyspaceInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.KeyspaceInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.partition = $root.ringkv.v1.PartitionRule.decode(reader, reader.size(), $undefined, _depth + 1, message.partition);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.policy = reader.int32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.retentionMs = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.quotaBytes = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.createdAt = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.existed = reader.bool();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.keys = reader.uint64();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.bytes = reader.uint64();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.historyBytes = reader.uint64();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.full = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyspaceInfo;
        })();

        v1.ListKeyspacesResponse = (function() {

            const ListKeyspacesResponse = function (properties) {
                this.keyspaces = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListKeyspacesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspaces != null && message.keyspaces.length)
                    for (let i = 0; i < message.keyspaces.length; ++i)
                        $root.ringkv.v1.KeyspaceInfo.encode(message.keyspaces[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            ListKeyspacesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListKeyspacesResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keyspaces && message.keyspaces.length))
                                message.keyspaces = [];
                            message.keyspaces.push($root.ringkv.v1.KeyspaceInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListKeyspacesResponse;
        })();

        v1.CreateKeyspaceRequest = (function() {

            const CreateKeyspaceRequest = function (properties) {
                this.name = "";
                this.partition = null;
                this.policy = 0;
                this.retentionMs = 0;
                this.quotaBytes = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CreateKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.partition != null)
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.policy != null && message.policy !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.policy);
                if (message.retentionMs != null && message.retentionMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.retentionMs);
                if (message.quotaBytes != null && message.quotaBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.quotaBytes);
                return writer;
            };

            CreateKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.CreateKeyspaceRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.partition = $root.ringkv.v1.PartitionRule.decode(reader, reader.size(), $undefined, _depth + 1, message.partition);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.policy = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.retentionMs = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.quotaBytes = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CreateKeyspaceRequest;
        })();

        v1.AlterKeyspaceRequest = (function() {

            const AlterKeyspaceRequest = function (properties) {
                this.name = "";
                this.id = 0;
                this.policy = 0;
                this.retentionMs = null;
                this.quotaBytes = null;
                this._retentionMs = $undefined;
                this._quotaBytes = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            // Virtual OneOf for proto3 optional field
            // Virtual OneOf for proto3 optional field
            AlterKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.id);
                if (message.policy != null && message.policy !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.policy);
                if (message.retentionMs != null)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.retentionMs);
                if (message.quotaBytes != null)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.quotaBytes);
                return writer;
            };

            AlterKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.AlterKeyspaceRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.policy = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.retentionMs = reader.uint64();
                            if (message._retentionMs !== "retentionMs") {
                                if (message._retentionMs !== $undefined)
                                    message[message._retentionMs] = null;
                                message._retentionMs = "retentionMs";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.quotaBytes = reader.uint64();
                            if (message._quotaBytes !== "quotaBytes") {
                                if (message._quotaBytes !== $undefined)
                                    message[message._quotaBytes] = null;
                                message._quotaBytes = "quotaBytes";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AlterKeyspaceRequest;
        })();

        v1.ShowKeyspaceRequest = (function() {

            const ShowKeyspaceRequest = function (properties) {
                this.name = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShowKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                return writer;
            };

            ShowKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ShowKeyspaceRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShowKeyspaceRequest;
        })();

        v1.KeyspaceShard = (function() {

            const KeyspaceShard = function (properties) {
                this.shard = 0;
                this.keys = 0;
                this.bytes = 0;
                this.historyBytes = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyspaceShard.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.keys != null && message.keys !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.keys);
                if (message.bytes != null && message.bytes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.bytes);
                if (message.historyBytes != null && message.historyBytes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.historyBytes);
                return writer;
            };

            KeyspaceShard.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.KeyspaceShard();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.keys = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.bytes = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.historyBytes = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyspaceShard;
        })();

        v1.ShowKeyspaceResponse = (function() {

            const ShowKeyspaceResponse = function (properties) {
                this.keyspace = null;
                this.shards = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShowKeyspaceResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null)
                    $root.ringkv.v1.KeyspaceInfo.encode(message.keyspace, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.KeyspaceShard.encode(message.shards[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            ShowKeyspaceResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ShowKeyspaceResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = $root.ringkv.v1.KeyspaceInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.keyspace);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push($root.ringkv.v1.KeyspaceShard.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShowKeyspaceResponse;
        })();

        v1.DropKeyspaceRequest = (function() {

            const DropKeyspaceRequest = function (properties) {
                this.name = "";
                this.id = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DropKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.id);
                return writer;
            };

            DropKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.DropKeyspaceRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DropKeyspaceRequest;
        })();

        v1.TakeHoldRequest = (function() {

            const TakeHoldRequest = function (properties) {
                this.keyspace = "";
                this.readAt = 0;
                this.purpose = "";
                this.lifeMs = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TakeHoldRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readAt);
                if (message.purpose != null && message.purpose !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.purpose);
                if (message.lifeMs != null && message.lifeMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.lifeMs);
                return writer;
            };

            TakeHoldRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.TakeHoldRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.purpose = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.lifeMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TakeHoldRequest;
        })();

        v1.HoldInfo = (function() {

            const HoldInfo = function (properties) {
                this.id = 0;
                this.keyspace = "";
                this.readAt = 0;
                this.purpose = "";
                this.takenAt = 0;
                this.expiresAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HoldInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.readAt);
                if (message.purpose != null && message.purpose !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.purpose);
                if (message.takenAt != null && message.takenAt !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.takenAt);
                if (message.expiresAt != null && message.expiresAt !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.expiresAt);
                return writer;
            };

            HoldInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.HoldInfo();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.purpose = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.takenAt = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.expiresAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HoldInfo;
        })();

        v1.RenewHoldRequest = (function() {

            const RenewHoldRequest = function (properties) {
                this.id = 0;
                this.lifeMs = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RenewHoldRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.lifeMs != null && message.lifeMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lifeMs);
                return writer;
            };

            RenewHoldRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RenewHoldRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.lifeMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RenewHoldRequest;
        })();

        v1.ReleaseHoldRequest = (function() {

            const ReleaseHoldRequest = function (properties) {
                this.id = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReleaseHoldRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                return writer;
            };

            ReleaseHoldRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReleaseHoldRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReleaseHoldRequest;
        })();

        v1.ReleaseHoldResponse = (function() {

            const ReleaseHoldResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReleaseHoldResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            ReleaseHoldResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReleaseHoldResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReleaseHoldResponse;
        })();

        v1.ListHoldsRequest = (function() {

            const ListHoldsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListHoldsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            ListHoldsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListHoldsRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListHoldsRequest;
        })();

        v1.ListHoldsResponse = (function() {

            const ListHoldsResponse = function (properties) {
                this.holds = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListHoldsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.holds != null && message.holds.length)
                    for (let i = 0; i < message.holds.length; ++i)
                        $root.ringkv.v1.HoldInfo.encode(message.holds[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            ListHoldsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListHoldsResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.holds && message.holds.length))
                                message.holds = [];
                            message.holds.push($root.ringkv.v1.HoldInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListHoldsResponse;
        })();

        v1.Scalar = (function() {

            const Scalar = function (properties) {
                this.int = null;
                this.string = null;
                this.bytes = null;
                this.kind = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Scalar.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.int != null)
                    writer.uint32(/* id 1, wireType 0 =*/8).sint64(message.int);
                if (message.string != null)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.string);
                if (message.bytes != null)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.bytes);
                return writer;
            };

            Scalar.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Scalar();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.int = reader.sint64();
                            if (message.kind !== "int") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "int";
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.string = reader.stringVerify();
                            if (message.kind !== "string") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "string";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bytes = reader.bytes();
                            if (message.kind !== "bytes") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "bytes";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Scalar;
        })();

        v1.List = (function() {

            const List = function (properties) {
                this.elements = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            List.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.elements != null && message.elements.length)
                    for (let i = 0; i < message.elements.length; ++i)
                        $root.ringkv.v1.Scalar.encode(message.elements[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            List.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.List();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.elements && message.elements.length))
                                message.elements = [];
                            message.elements.push($root.ringkv.v1.Scalar.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return List;
        })();

        v1.Value = (function() {

            const Value = function (properties) {
                this.int = null;
                this.string = null;
                this.bytes = null;
                this.list = null;
                this.kind = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.int != null)
                    writer.uint32(/* id 1, wireType 0 =*/8).sint64(message.int);
                if (message.string != null)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.string);
                if (message.bytes != null)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.bytes);
                if (message.list != null)
                    $root.ringkv.v1.List.encode(message.list, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            Value.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Value();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.int = reader.sint64();
                            if (message.kind !== "int") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "int";
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.string = reader.stringVerify();
                            if (message.kind !== "string") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "string";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bytes = reader.bytes();
                            if (message.kind !== "bytes") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "bytes";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.list = $root.ringkv.v1.List.decode(reader, reader.size(), $undefined, _depth + 1, message.list);
                            if (message.kind !== "list") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "list";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Value;
        })();

        v1.OperationId = (function() {

            const OperationId = function (properties) {
                this.client = $emptyBytes;
                this.sequence = 0;
                this.expiry = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            OperationId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.client != null && message.client.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.client);
                if (message.sequence != null && message.sequence !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.expiry != null && message.expiry !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expiry);
                return writer;
            };

            OperationId.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.OperationId();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.client = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.sequence = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.expiry = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OperationId;
        })();

        v1.WriteHeader = (function() {

            const WriteHeader = function (properties) {
                this.id = null;
                this.lowWater = 0;
                this.resent = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WriteHeader.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.lowWater != null && message.lowWater !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lowWater);
                if (message.resent != null && message.resent !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.resent);
                return writer;
            };

            WriteHeader.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.WriteHeader();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.lowWater = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.resent = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteHeader;
        })();

        v1.ConflictPolicy = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONFLICT_POLICY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CONFLICT_POLICY_AUTO"] = 1;
            values[valuesById[2] = "CONFLICT_POLICY_LWW"] = 2;
            values[valuesById[3] = "CONFLICT_POLICY_ABORT"] = 3;
            values[valuesById[4] = "CONFLICT_POLICY_TEXT"] = 4;
            return values;
        })();

        v1.Consistency = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONSISTENCY_STRICT"] = 0;
            values[valuesById[1] = "CONSISTENCY_SNAPSHOT"] = 1;
            values[valuesById[2] = "CONSISTENCY_STALE"] = 2;
            return values;
        })();

        v1.GetRequest = (function() {

            const GetRequest = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.at = 0;
                this.consistency = 0;
                this.maxStalenessMs = 0;
                this.floor = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.at);
                if (message.consistency != null && message.consistency !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.consistency);
                if (message.maxStalenessMs != null && message.maxStalenessMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxStalenessMs);
                if (message.floor != null && message.floor !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.floor);
                return writer;
            };

            GetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.GetRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.consistency = reader.int32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.maxStalenessMs = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.floor = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetRequest;
        })();

        v1.Row = (function() {

            const Row = function (properties) {
                this.key = $emptyBytes;
                this.timestamp = 0;
                this.value = null;
                this.expiry = 0;
                this.author = "";
                this.context = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Row.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                if (message.value != null)
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.expiry != null && message.expiry !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expiry);
                if (message.author != null && message.author !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.author);
                if (message.context != null && message.context.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.context);
                return writer;
            };

            Row.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Row();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.expiry = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.author = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.context = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Row;
        })();

        v1.GetResponse = (function() {

            const GetResponse = function (properties) {
                this.row = null;
                this.readAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.row != null)
                    $root.ringkv.v1.Row.encode(message.row, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readAt);
                return writer;
            };

            GetResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.GetResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.row = $root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1, message.row);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetResponse;
        })();

        v1.BatchGetRequest = (function() {

            const BatchGetRequest = function (properties) {
                this.keyspace = "";
                this.keys = $util.emptyArray;
                this.at = 0;
                this.consistency = 0;
                this.maxStalenessMs = 0;
                this.floor = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatchGetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keys[i]);
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.at);
                if (message.consistency != null && message.consistency !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.consistency);
                if (message.maxStalenessMs != null && message.maxStalenessMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxStalenessMs);
                if (message.floor != null && message.floor !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.floor);
                return writer;
            };

            BatchGetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BatchGetRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.consistency = reader.int32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.maxStalenessMs = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.floor = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchGetRequest;
        })();

        v1.BatchGetResponse = (function() {

            const BatchGetResponse = function (properties) {
                this.rows = $util.emptyArray;
                this.readAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatchGetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.ringkv.v1.Row.encode(message.rows[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readAt);
                return writer;
            };

            BatchGetResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BatchGetResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchGetResponse;
        })();

        v1.ScanRequest = (function() {

            const ScanRequest = function (properties) {
                this.keyspace = "";
                this.prefix = $emptyBytes;
                this.start = $emptyBytes;
                this.end = $emptyBytes;
                this.limit = 0;
                this.at = 0;
                this.cursor = $emptyBytes;
                this.keysOnly = false;
                this.partitionOf = $emptyBytes;
                this.consistency = 0;
                this.maxStalenessMs = 0;
                this.floor = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ScanRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.prefix != null && message.prefix.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.prefix);
                if (message.start != null && message.start.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.start);
                if (message.end != null && message.end.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.end);
                if (message.limit != null && message.limit !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.limit);
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.at);
                if (message.cursor != null && message.cursor.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.cursor);
                if (message.keysOnly != null && message.keysOnly !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.keysOnly);
                if (message.partitionOf != null && message.partitionOf.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.partitionOf);
                if (message.consistency != null && message.consistency !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).int32(message.consistency);
                if (message.maxStalenessMs != null && message.maxStalenessMs !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.maxStalenessMs);
                if (message.floor != null && message.floor !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.floor);
                return writer;
            };

            ScanRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ScanRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.prefix = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.limit = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.cursor = reader.bytes();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.keysOnly = reader.bool();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.partitionOf = reader.bytes();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.consistency = reader.int32();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.maxStalenessMs = reader.uint32();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.floor = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ScanRequest;
        })();

        v1.ScanResponse = (function() {

            const ScanResponse = function (properties) {
                this.rows = $util.emptyArray;
                this.cursor = $emptyBytes;
                this.readAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ScanResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.ringkv.v1.Row.encode(message.rows[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.cursor != null && message.cursor.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cursor);
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.readAt);
                return writer;
            };

            ScanResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ScanResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.cursor = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ScanResponse;
        })();

        v1.WatchRequest = (function() {

            const WatchRequest = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.prefix = $emptyBytes;
                this.start = $emptyBytes;
                this.end = $emptyBytes;
                this.token = $emptyBytes;
                this.from = 0;
                this.watch = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.prefix != null && message.prefix.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.prefix);
                if (message.start != null && message.start.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.start);
                if (message.end != null && message.end.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.end);
                if (message.token != null && message.token.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.token);
                if (message.from != null && message.from !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.from);
                if (message.watch != null && message.watch !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.watch);
                return writer;
            };

            WatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.WatchRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.prefix = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.bytes();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.token = reader.bytes();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.from = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.watch = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchRequest;
        })();

        v1.WatchResponse = (function() {

            const WatchResponse = function (properties) {
                this.events = $util.emptyArray;
                this.token = $emptyBytes;
                this.resolved = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.events != null && message.events.length)
                    for (let i = 0; i < message.events.length; ++i)
                        $root.ringkv.v1.Row.encode(message.events[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.token != null && message.token.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.token);
                if (message.resolved != null && message.resolved !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.resolved);
                return writer;
            };

            WatchResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.WatchResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.events && message.events.length))
                                message.events = [];
                            message.events.push($root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.token = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.resolved = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchResponse;
        })();

        v1.PutRequest = (function() {

            const PutRequest = function (properties) {
                this.header = null;
                this.keyspace = "";
                this.key = $emptyBytes;
                this.value = null;
                this.expiry = 0;
                this.context = $emptyBytes;
                this.ownDots = $util.emptyArray;
                this.onConflict = 0;
                this.ifAbsent = false;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PutRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.value != null)
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.expiry != null && message.expiry !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.expiry);
                if (message.context != null && message.context.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.context);
                if (message.ownDots != null && message.ownDots.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint64s(message.ownDots);
                if (message.onConflict != null && message.onConflict !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.onConflict);
                if (message.ifAbsent != null && message.ifAbsent !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.ifAbsent);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.actor);
                return writer;
            };

            PutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.PutRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.expiry = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.context = reader.bytes();
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.ownDots && message.ownDots.length))
                                    message.ownDots = [];
                                reader.uint64s(message.ownDots);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.ownDots && message.ownDots.length))
                                message.ownDots = [];
                            message.ownDots.push(reader.uint64());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.onConflict = reader.int32();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.ifAbsent = reader.bool();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PutRequest;
        })();

        v1.DeleteRequest = (function() {

            const DeleteRequest = function (properties) {
                this.header = null;
                this.keyspace = "";
                this.key = $emptyBytes;
                this.context = $emptyBytes;
                this.ownDots = $util.emptyArray;
                this.onConflict = 0;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeleteRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.context != null && message.context.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.context);
                if (message.ownDots != null && message.ownDots.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint64s(message.ownDots);
                if (message.onConflict != null && message.onConflict !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).int32(message.onConflict);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.actor);
                return writer;
            };

            DeleteRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.DeleteRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.context = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.ownDots && message.ownDots.length))
                                    message.ownDots = [];
                                reader.uint64s(message.ownDots);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.ownDots && message.ownDots.length))
                                message.ownDots = [];
                            message.ownDots.push(reader.uint64());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.onConflict = reader.int32();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRequest;
        })();

        v1.DeleteRangeRequest = (function() {

            const DeleteRangeRequest = function (properties) {
                this.header = null;
                this.keyspace = "";
                this.partitionOf = $emptyBytes;
                this.prefix = $emptyBytes;
                this.start = $emptyBytes;
                this.end = $emptyBytes;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeleteRangeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.partitionOf != null && message.partitionOf.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.partitionOf);
                if (message.prefix != null && message.prefix.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.prefix);
                if (message.start != null && message.start.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.start);
                if (message.end != null && message.end.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.end);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.actor);
                return writer;
            };

            DeleteRangeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.DeleteRangeRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.partitionOf = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.prefix = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.bytes();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.bytes();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRangeRequest;
        })();

        v1.DeleteRangeResponse = (function() {

            const DeleteRangeResponse = function (properties) {
                this.timestamp = 0;
                this.deleted = 0;
                this.counted = false;
                this.id = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeleteRangeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestamp);
                if (message.deleted != null && message.deleted !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.deleted);
                if (message.counted != null && message.counted !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.counted);
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            DeleteRangeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.DeleteRangeResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.deleted = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.counted = reader.bool();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRangeResponse;
        })();

        v1.IncrementRequest = (function() {

            const IncrementRequest = function (properties) {
                this.header = null;
                this.keyspace = "";
                this.key = $emptyBytes;
                this.by = 0;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            IncrementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.by != null && message.by !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).sint64(message.by);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                return writer;
            };

            IncrementRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.IncrementRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.by = reader.sint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IncrementRequest;
        })();

        v1.ListRequest = (function() {

            const ListRequest = function (properties) {
                this.header = null;
                this.keyspace = "";
                this.key = $emptyBytes;
                this.elements = $util.emptyArray;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.elements != null && message.elements.length)
                    for (let i = 0; i < message.elements.length; ++i)
                        $root.ringkv.v1.Scalar.encode(message.elements[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                return writer;
            };

            ListRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ListRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.elements && message.elements.length))
                                message.elements = [];
                            message.elements.push($root.ringkv.v1.Scalar.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListRequest;
        })();

        v1.WriteOutcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WRITE_OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WRITE_OUTCOME_APPLIED"] = 1;
            values[valuesById[2] = "WRITE_OUTCOME_MERGED"] = 2;
            values[valuesById[3] = "WRITE_OUTCOME_WON"] = 3;
            values[valuesById[4] = "WRITE_OUTCOME_LOST"] = 4;
            return values;
        })();

        v1.WriteResponse = (function() {

            const WriteResponse = function (properties) {
                this.outcome = 0;
                this.timestamp = 0;
                this.value = null;
                this.id = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WriteResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && message.outcome !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.outcome);
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                if (message.value != null)
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            WriteResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.WriteResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.outcome = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteResponse;
        })();

        v1.BatchPutRequest = (function() {

            const BatchPutRequest = function (properties) {
                this.puts = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatchPutRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.puts != null && message.puts.length)
                    for (let i = 0; i < message.puts.length; ++i)
                        $root.ringkv.v1.PutRequest.encode(message.puts[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            BatchPutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BatchPutRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.puts && message.puts.length))
                                message.puts = [];
                            message.puts.push($root.ringkv.v1.PutRequest.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchPutRequest;
        })();

        v1.BatchPutResponse = (function() {

            const BatchPutResponse = function (properties) {
                this.results = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatchPutResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.results != null && message.results.length)
                    for (let i = 0; i < message.results.length; ++i)
                        $root.ringkv.v1.BatchPutResult.encode(message.results[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                return writer;
            };

            BatchPutResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BatchPutResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.results && message.results.length))
                                message.results = [];
                            message.results.push($root.ringkv.v1.BatchPutResult.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchPutResponse;
        })();

        v1.BatchPutResult = (function() {

            const BatchPutResult = function (properties) {
                this.written = null;
                this.error = null;
                this.result = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatchPutResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.written != null)
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.error != null)
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            BatchPutResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BatchPutResult();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.written = $root.ringkv.v1.WriteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.written);
                            if (message.result !== "written") {
                                if (message.result !== $undefined)
                                    message[message.result] = null;
                                message.result = "written";
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            if (message.result !== "error") {
                                if (message.result !== $undefined)
                                    message[message.result] = null;
                                message.result = "error";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchPutResult;
        })();

        v1.Compare = (function() {

            const Compare = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.relation = 0;
                this.exists = null;
                this.value = null;
                this.timestamp = null;
                this.target = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Compare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.relation != null && message.relation !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.relation);
                if (message.exists != null)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.exists);
                if (message.value != null)
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.timestamp != null)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.timestamp);
                return writer;
            };

            Compare.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Compare();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.relation = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.exists = reader.bool();
                            if (message.target !== "exists") {
                                if (message.target !== $undefined)
                                    message[message.target] = null;
                                message.target = "exists";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            if (message.target !== "value") {
                                if (message.target !== $undefined)
                                    message[message.target] = null;
                                message.target = "value";
                            }
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            if (message.target !== "timestamp") {
                                if (message.target !== $undefined)
                                    message[message.target] = null;
                                message.target = "timestamp";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Compare.Relation = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "RELATION_UNSPECIFIED"] = 0;
                values[valuesById[1] = "RELATION_EQUAL"] = 1;
                values[valuesById[2] = "RELATION_NOT_EQUAL"] = 2;
                values[valuesById[3] = "RELATION_LESS"] = 3;
                values[valuesById[4] = "RELATION_GREATER"] = 4;
                return values;
            })();

            return Compare;
        })();

        v1.Operation = (function() {

            const Operation = function (properties) {
                this.put = null;
                this.increment = null;
                this.listAppend = null;
                this.listPrepend = null;
                this.listRemove = null;
                this.get = null;
                this.kind = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Operation.prototype["delete"] = null;

            Operation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.put != null)
                    $root.ringkv.v1.PutRequest.encode(message.put, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message["delete"] != null)
                    $root.ringkv.v1.DeleteRequest.encode(message["delete"], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.increment != null)
                    $root.ringkv.v1.IncrementRequest.encode(message.increment, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.listAppend != null)
                    $root.ringkv.v1.ListRequest.encode(message.listAppend, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.listPrepend != null)
                    $root.ringkv.v1.ListRequest.encode(message.listPrepend, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.listRemove != null)
                    $root.ringkv.v1.ListRequest.encode(message.listRemove, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.get != null)
                    $root.ringkv.v1.GetRequest.encode(message.get, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                return writer;
            };

            Operation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Operation();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.ringkv.v1.PutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            if (message.kind !== "put") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "put";
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringkv.v1.DeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            if (message.kind !== "delete") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "delete";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringkv.v1.IncrementRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            if (message.kind !== "increment") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "increment";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.listAppend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listAppend);
                            if (message.kind !== "listAppend") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "listAppend";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.listPrepend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listPrepend);
                            if (message.kind !== "listPrepend") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "listPrepend";
                            }
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.listRemove = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listRemove);
                            if (message.kind !== "listRemove") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "listRemove";
                            }
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            if (message.kind !== "get") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "get";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Operation;
        })();

        v1.TransactRequest = (function() {

            const TransactRequest = function (properties) {
                this.header = null;
                this.compare = $util.emptyArray;
                this.then = $util.emptyArray;
                this.otherwise = $util.emptyArray;
                this.actor = "";
                this.age = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TransactRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.compare != null && message.compare.length)
                    for (let i = 0; i < message.compare.length; ++i)
                        $root.ringkv.v1.Compare.encode(message.compare[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.then != null && message.then.length)
                    for (let i = 0; i < message.then.length; ++i)
                        $root.ringkv.v1.Operation.encode(message.then[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.otherwise != null && message.otherwise.length)
                    for (let i = 0; i < message.otherwise.length; ++i)
                        $root.ringkv.v1.Operation.encode(message.otherwise[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                if (message.age != null && message.age !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.age);
                return writer;
            };

            TransactRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.TransactRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.compare && message.compare.length))
                                message.compare = [];
                            message.compare.push($root.ringkv.v1.Compare.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.then && message.then.length))
                                message.then = [];
                            message.then.push($root.ringkv.v1.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.otherwise && message.otherwise.length))
                                message.otherwise = [];
                            message.otherwise.push($root.ringkv.v1.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.age = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransactRequest;
        })();

        v1.OperationResult = (function() {

            const OperationResult = function (properties) {
                this.written = null;
                this.row = null;
                this.kind = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            OperationResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.written != null)
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.row != null)
                    $root.ringkv.v1.Row.encode(message.row, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            OperationResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.OperationResult();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.written = $root.ringkv.v1.WriteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.written);
                            if (message.kind !== "written") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "written";
                            }
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.row = $root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1, message.row);
                            if (message.kind !== "row") {
                                if (message.kind !== $undefined)
                                    message[message.kind] = null;
                                message.kind = "row";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OperationResult;
        })();

        v1.TransactResponse = (function() {

            const TransactResponse = function (properties) {
                this.succeeded = false;
                this.results = $util.emptyArray;
                this.timestamp = 0;
                this.id = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TransactResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.succeeded != null && message.succeeded !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.succeeded);
                if (message.results != null && message.results.length)
                    for (let i = 0; i < message.results.length; ++i)
                        $root.ringkv.v1.OperationResult.encode(message.results[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            TransactResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.TransactResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.succeeded = reader.bool();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.results && message.results.length))
                                message.results = [];
                            message.results.push($root.ringkv.v1.OperationResult.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransactResponse;
        })();

        v1.BeginRequest = (function() {

            const BeginRequest = function (properties) {
                this.floor = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BeginRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.floor != null && message.floor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.floor);
                return writer;
            };

            BeginRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BeginRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.floor = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BeginRequest;
        })();

        v1.BeginResponse = (function() {

            const BeginResponse = function (properties) {
                this.timestamp = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BeginResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestamp);
                return writer;
            };

            BeginResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.BeginResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BeginResponse;
        })();

        v1.ReadKey = (function() {

            const ReadKey = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.timestamp = 0;
                this.readAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.readAt);
                return writer;
            };

            ReadKey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReadKey();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReadKey;
        })();

        v1.ReadRange = (function() {

            const ReadRange = function (properties) {
                this.keyspace = "";
                this.partitionOf = $emptyBytes;
                this.start = $emptyBytes;
                this.end = $emptyBytes;
                this.rows = $util.emptyArray;
                this.readAt = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadRange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.partitionOf != null && message.partitionOf.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.partitionOf);
                if (message.start != null && message.start.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.start);
                if (message.end != null && message.end.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.end);
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.ringkv.v1.ReadKey.encode(message.rows[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.readAt != null && message.readAt !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.readAt);
                return writer;
            };

            ReadRange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReadRange();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.partitionOf = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.start = reader.bytes();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.end = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.ringkv.v1.ReadKey.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.readAt = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReadRange;
        })();

        v1.CommitRequest = (function() {

            const CommitRequest = function (properties) {
                this.header = null;
                this.reads = $util.emptyArray;
                this.ranges = $util.emptyArray;
                this.writes = $util.emptyArray;
                this.age = 0;
                this.actor = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommitRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.reads != null && message.reads.length)
                    for (let i = 0; i < message.reads.length; ++i)
                        $root.ringkv.v1.ReadKey.encode(message.reads[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ranges != null && message.ranges.length)
                    for (let i = 0; i < message.ranges.length; ++i)
                        $root.ringkv.v1.ReadRange.encode(message.ranges[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.writes != null && message.writes.length)
                    for (let i = 0; i < message.writes.length; ++i)
                        $root.ringkv.v1.Operation.encode(message.writes[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.age != null && message.age !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.age);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.actor);
                return writer;
            };

            CommitRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.CommitRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.WriteHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reads && message.reads.length))
                                message.reads = [];
                            message.reads.push($root.ringkv.v1.ReadKey.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ranges && message.ranges.length))
                                message.ranges = [];
                            message.ranges.push($root.ringkv.v1.ReadRange.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.writes && message.writes.length))
                                message.writes = [];
                            message.writes.push($root.ringkv.v1.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.age = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommitRequest;
        })();

        v1.ResolveKey = (function() {

            const ResolveKey = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResolveKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                return writer;
            };

            ResolveKey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ResolveKey();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResolveKey;
        })();

        v1.ResolveRequest = (function() {

            const ResolveRequest = function (properties) {
                this.id = null;
                this.keys = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResolveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.ringkv.v1.ResolveKey.encode(message.keys[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            ResolveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ResolveRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keys && message.keys.length))
                                message.keys = [];
                            message.keys.push($root.ringkv.v1.ResolveKey.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResolveRequest;
        })();

        v1.ResolveResponse = (function() {

            const ResolveResponse = function (properties) {
                this.outcome = 0;
                this.timestamp = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResolveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && message.outcome !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.outcome);
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                return writer;
            };

            ResolveResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ResolveResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.outcome = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ResolveResponse.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "OUTCOME_COMMITTED"] = 1;
                values[valuesById[2] = "OUTCOME_ABORTED"] = 2;
                values[valuesById[3] = "OUTCOME_EXPIRED"] = 3;
                return values;
            })();

            return ResolveResponse;
        })();

        v1.VectorClock = (function() {

            const VectorClock = function (properties) {
                this.counters = $util.emptyObject;
                this.dropped = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VectorClock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.counters != null)
                    for (let keys = $Object.keys(message.counters), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 0 =*/16).uint64(message.counters[keys[i]]).ldelim();
                if (message.dropped != null && message.dropped !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.dropped);
                return writer;
            };

            VectorClock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.VectorClock();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (message.counters === $util.emptyObject)
                                message.counters = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 0)
                                        break;
                                    value = reader.uint64();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.counters, key);
                            message.counters[key] = value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.dropped = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VectorClock;
        })();

        v1.ConflictSide = (function() {

            const ConflictSide = function (properties) {
                this.timestamp = 0;
                this.clock = null;
                this.value = null;
                this.author = "";
                this.truncated = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConflictSide.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && message.timestamp !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestamp);
                if (message.clock != null)
                    $root.ringkv.v1.VectorClock.encode(message.clock, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.value != null)
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.author != null && message.author !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.author);
                if (message.truncated != null && message.truncated !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.truncated);
                return writer;
            };

            ConflictSide.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ConflictSide();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.clock = $root.ringkv.v1.VectorClock.decode(reader, reader.size(), $undefined, _depth + 1, message.clock);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.author = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.truncated = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ConflictSide;
        })();

        v1.ConflictOverlap = (function() {

            const ConflictOverlap = function (properties) {
                this.start = 0;
                this.end = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConflictOverlap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.start != null && message.start !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.start);
                if (message.end != null && message.end !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.end);
                return writer;
            };

            ConflictOverlap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ConflictOverlap();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.start = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.end = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ConflictOverlap;
        })();

        v1.Conflict = (function() {

            const Conflict = function (properties) {
                this.key = $emptyBytes;
                this.relation = "";
                this.reason = "";
                this.base = null;
                this.theirs = null;
                this.mine = null;
                this.cause = "";
                this.overlap = null;
                this.keyspace = "";
                this.newestContext = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Conflict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                if (message.relation != null && message.relation !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.relation);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.base != null)
                    $root.ringkv.v1.ConflictSide.encode(message.base, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.theirs != null)
                    $root.ringkv.v1.ConflictSide.encode(message.theirs, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.mine != null)
                    $root.ringkv.v1.ConflictSide.encode(message.mine, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.cause != null && message.cause !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.cause);
                if (message.overlap != null)
                    $root.ringkv.v1.ConflictOverlap.encode(message.overlap, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.keyspace);
                if (message.newestContext != null && message.newestContext.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.newestContext);
                return writer;
            };

            Conflict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Conflict();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.relation = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.base = $root.ringkv.v1.ConflictSide.decode(reader, reader.size(), $undefined, _depth + 1, message.base);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.theirs = $root.ringkv.v1.ConflictSide.decode(reader, reader.size(), $undefined, _depth + 1, message.theirs);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.mine = $root.ringkv.v1.ConflictSide.decode(reader, reader.size(), $undefined, _depth + 1, message.mine);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.cause = reader.stringVerify();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.overlap = $root.ringkv.v1.ConflictOverlap.decode(reader, reader.size(), $undefined, _depth + 1, message.overlap);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.newestContext = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Conflict;
        })();

        v1.ConflictsRequest = (function() {

            const ConflictsRequest = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.limit = 0;
                this.at = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConflictsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.limit != null && message.limit !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limit);
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.at);
                return writer;
            };

            ConflictsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ConflictsRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.limit = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ConflictsRequest;
        })();

        v1.LoggedConflict = (function() {

            const LoggedConflict = function (properties) {
                this.at = 0;
                this.conflict = null;
                this.outcome = 0;
                this.policy = 0;
                this.merged = null;
                this.id = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LoggedConflict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.at);
                if (message.conflict != null)
                    $root.ringkv.v1.Conflict.encode(message.conflict, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.outcome != null && message.outcome !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.outcome);
                if (message.policy != null && message.policy !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.policy);
                if (message.merged != null)
                    $root.ringkv.v1.ConflictSide.encode(message.merged, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                return writer;
            };

            LoggedConflict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.LoggedConflict();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.conflict = $root.ringkv.v1.Conflict.decode(reader, reader.size(), $undefined, _depth + 1, message.conflict);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.outcome = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.policy = reader.int32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.merged = $root.ringkv.v1.ConflictSide.decode(reader, reader.size(), $undefined, _depth + 1, message.merged);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LoggedConflict;
        })();

        v1.ConflictsResponse = (function() {

            const ConflictsResponse = function (properties) {
                this.conflicts = $util.emptyArray;
                this.since = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConflictsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.conflicts != null && message.conflicts.length)
                    for (let i = 0; i < message.conflicts.length; ++i)
                        $root.ringkv.v1.LoggedConflict.encode(message.conflicts[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.since != null && message.since !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.since);
                return writer;
            };

            ConflictsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ConflictsResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.conflicts && message.conflicts.length))
                                message.conflicts = [];
                            message.conflicts.push($root.ringkv.v1.LoggedConflict.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.since = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ConflictsResponse;
        })();

        v1.HistoryRequest = (function() {

            const HistoryRequest = function (properties) {
                this.keyspace = "";
                this.key = $emptyBytes;
                this.limit = 0;
                this.at = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HistoryRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.limit != null && message.limit !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limit);
                if (message.at != null && message.at !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.at);
                return writer;
            };

            HistoryRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.HistoryRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.key = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.limit = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.at = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HistoryRequest;
        })();

        v1.HistoryResponse = (function() {

            const HistoryResponse = function (properties) {
                this.rows = $util.emptyArray;
                this.complete = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HistoryResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.ringkv.v1.Row.encode(message.rows[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.complete != null && message.complete !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.complete);
                return writer;
            };

            HistoryResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.HistoryResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rows && message.rows.length))
                                message.rows = [];
                            message.rows.push($root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.complete = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HistoryResponse;
        })();

        v1.Error = (function() {

            const Error = function (properties) {
                this.code = 0;
                this.name = "";
                this.message = "";
                this.conflicts = $util.emptyArray;
                this.retryAfterMs = 0;
                this.id = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.message != null && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.conflicts != null && message.conflicts.length)
                    for (let i = 0; i < message.conflicts.length; ++i)
                        $root.ringkv.v1.Conflict.encode(message.conflicts[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.retryAfterMs != null && message.retryAfterMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.retryAfterMs);
                if (message.id != null)
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                return writer;
            };

            Error.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Error();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.conflicts && message.conflicts.length))
                                message.conflicts = [];
                            message.conflicts.push($root.ringkv.v1.Conflict.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.retryAfterMs = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.id = $root.ringkv.v1.OperationId.decode(reader, reader.size(), $undefined, _depth + 1, message.id);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Error;
        })();

        v1.Hello = (function() {

            const Hello = function (properties) {
                this.client = $emptyBytes;
                this.actor = "";
                this.wantRoutes = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.client != null && message.client.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.client);
                if (message.actor != null && message.actor !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.actor);
                if (message.wantRoutes != null && message.wantRoutes !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.wantRoutes);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Hello();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.client = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.actor = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.wantRoutes = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Request = (function() {

            const Request = function (properties) {
                this.id = 0;
                this.timeoutMs = 0;
                this.get = null;
                this.batchGet = null;
                this.scan = null;
                this.put = null;
                this.increment = null;
                this.listAppend = null;
                this.listPrepend = null;
                this.listRemove = null;
                this.batchPut = null;
                this.transact = null;
                this.begin = null;
                this.commit = null;
                this.resolve = null;
                this.conflicts = null;
                this.history = null;
                this.deleteRange = null;
                this.watch = null;
                this.body = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Request.prototype["delete"] = null;

            Request.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.timeoutMs != null && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.get != null)
                    $root.ringkv.v1.GetRequest.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.batchGet != null)
                    $root.ringkv.v1.BatchGetRequest.encode(message.batchGet, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.scan != null)
                    $root.ringkv.v1.ScanRequest.encode(message.scan, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.put != null)
                    $root.ringkv.v1.PutRequest.encode(message.put, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message["delete"] != null)
                    $root.ringkv.v1.DeleteRequest.encode(message["delete"], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.increment != null)
                    $root.ringkv.v1.IncrementRequest.encode(message.increment, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.listAppend != null)
                    $root.ringkv.v1.ListRequest.encode(message.listAppend, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.listPrepend != null)
                    $root.ringkv.v1.ListRequest.encode(message.listPrepend, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.listRemove != null)
                    $root.ringkv.v1.ListRequest.encode(message.listRemove, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.batchPut != null)
                    $root.ringkv.v1.BatchPutRequest.encode(message.batchPut, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.transact != null)
                    $root.ringkv.v1.TransactRequest.encode(message.transact, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.begin != null)
                    $root.ringkv.v1.BeginRequest.encode(message.begin, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.commit != null)
                    $root.ringkv.v1.CommitRequest.encode(message.commit, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.resolve != null)
                    $root.ringkv.v1.ResolveRequest.encode(message.resolve, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.conflicts != null)
                    $root.ringkv.v1.ConflictsRequest.encode(message.conflicts, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.history != null)
                    $root.ringkv.v1.HistoryRequest.encode(message.history, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.deleteRange != null)
                    $root.ringkv.v1.DeleteRangeRequest.encode(message.deleteRange, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.watch != null)
                    $root.ringkv.v1.WatchRequest.encode(message.watch, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                return writer;
            };

            Request.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Request();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.timeoutMs = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            if (message.body !== "get") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "get";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.batchGet = $root.ringkv.v1.BatchGetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.batchGet);
                            if (message.body !== "batchGet") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "batchGet";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringkv.v1.ScanRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            if (message.body !== "scan") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "scan";
                            }
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.ringkv.v1.PutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            if (message.body !== "put") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "put";
                            }
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringkv.v1.DeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            if (message.body !== "delete") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "delete";
                            }
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringkv.v1.IncrementRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            if (message.body !== "increment") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "increment";
                            }
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.listAppend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listAppend);
                            if (message.body !== "listAppend") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "listAppend";
                            }
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.listPrepend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listPrepend);
                            if (message.body !== "listPrepend") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "listPrepend";
                            }
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.listRemove = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listRemove);
                            if (message.body !== "listRemove") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "listRemove";
                            }
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.batchPut = $root.ringkv.v1.BatchPutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.batchPut);
                            if (message.body !== "batchPut") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "batchPut";
                            }
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.transact = $root.ringkv.v1.TransactRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.transact);
                            if (message.body !== "transact") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "transact";
                            }
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.begin = $root.ringkv.v1.BeginRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.begin);
                            if (message.body !== "begin") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "begin";
                            }
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.commit = $root.ringkv.v1.CommitRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.commit);
                            if (message.body !== "commit") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "commit";
                            }
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.resolve = $root.ringkv.v1.ResolveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.resolve);
                            if (message.body !== "resolve") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "resolve";
                            }
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.conflicts = $root.ringkv.v1.ConflictsRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.conflicts);
                            if (message.body !== "conflicts") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "conflicts";
                            }
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.history = $root.ringkv.v1.HistoryRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.history);
                            if (message.body !== "history") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "history";
                            }
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.deleteRange = $root.ringkv.v1.DeleteRangeRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteRange);
                            if (message.body !== "deleteRange") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "deleteRange";
                            }
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.watch = $root.ringkv.v1.WatchRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.watch);
                            if (message.body !== "watch") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "watch";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Request;
        })();

        v1.ClientFrame = (function() {

            const ClientFrame = function (properties) {
                this.hello = null;
                this.requests = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ClientFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null)
                    $root.ringkv.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.requests != null && message.requests.length)
                    for (let i = 0; i < message.requests.length; ++i)
                        $root.ringkv.v1.Request.encode(message.requests[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            ClientFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ClientFrame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.ringkv.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requests && message.requests.length))
                                message.requests = [];
                            message.requests.push($root.ringkv.v1.Request.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClientFrame;
        })();

        v1.Response = (function() {

            const Response = function (properties) {
                this.id = 0;
                this.error = null;
                this.get = null;
                this.batchGet = null;
                this.scan = null;
                this.written = null;
                this.batchPut = null;
                this.transact = null;
                this.begin = null;
                this.resolve = null;
                this.conflicts = null;
                this.history = null;
                this.rangeDeleted = null;
                this.watch = null;
                this.body = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Response.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.error != null)
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.get != null)
                    $root.ringkv.v1.GetResponse.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.batchGet != null)
                    $root.ringkv.v1.BatchGetResponse.encode(message.batchGet, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.scan != null)
                    $root.ringkv.v1.ScanResponse.encode(message.scan, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.written != null)
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.batchPut != null)
                    $root.ringkv.v1.BatchPutResponse.encode(message.batchPut, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.transact != null)
                    $root.ringkv.v1.TransactResponse.encode(message.transact, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.begin != null)
                    $root.ringkv.v1.BeginResponse.encode(message.begin, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.resolve != null)
                    $root.ringkv.v1.ResolveResponse.encode(message.resolve, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.conflicts != null)
                    $root.ringkv.v1.ConflictsResponse.encode(message.conflicts, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.history != null)
                    $root.ringkv.v1.HistoryResponse.encode(message.history, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.rangeDeleted != null)
                    $root.ringkv.v1.DeleteRangeResponse.encode(message.rangeDeleted, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.watch != null)
                    $root.ringkv.v1.WatchResponse.encode(message.watch, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                return writer;
            };

            Response.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Response();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            if (message.body !== "error") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "error";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            if (message.body !== "get") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "get";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.batchGet = $root.ringkv.v1.BatchGetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.batchGet);
                            if (message.body !== "batchGet") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "batchGet";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringkv.v1.ScanResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            if (message.body !== "scan") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "scan";
                            }
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.written = $root.ringkv.v1.WriteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.written);
                            if (message.body !== "written") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "written";
                            }
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.batchPut = $root.ringkv.v1.BatchPutResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.batchPut);
                            if (message.body !== "batchPut") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "batchPut";
                            }
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.transact = $root.ringkv.v1.TransactResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.transact);
                            if (message.body !== "transact") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "transact";
                            }
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.begin = $root.ringkv.v1.BeginResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.begin);
                            if (message.body !== "begin") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "begin";
                            }
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.resolve = $root.ringkv.v1.ResolveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.resolve);
                            if (message.body !== "resolve") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "resolve";
                            }
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.conflicts = $root.ringkv.v1.ConflictsResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.conflicts);
                            if (message.body !== "conflicts") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "conflicts";
                            }
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.history = $root.ringkv.v1.HistoryResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.history);
                            if (message.body !== "history") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "history";
                            }
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.rangeDeleted = $root.ringkv.v1.DeleteRangeResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.rangeDeleted);
                            if (message.body !== "rangeDeleted") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "rangeDeleted";
                            }
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.watch = $root.ringkv.v1.WatchResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.watch);
                            if (message.body !== "watch") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "watch";
                            }
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Response;
        })();

        v1.PartitionRule = (function() {

            const PartitionRule = function (properties) {
                this.kind = 0;
                this.parts = 0;
                this.separator = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartitionRule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && message.kind !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.kind);
                if (message.parts != null && message.parts !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.parts);
                if (message.separator != null && message.separator !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.separator);
                return writer;
            };

            PartitionRule.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.PartitionRule();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.kind = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.parts = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.separator = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PartitionRule.Kind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "KIND_KEY"] = 0;
                values[valuesById[1] = "KIND_FIRST"] = 1;
                values[valuesById[2] = "KIND_ALL"] = 2;
                return values;
            })();

            return PartitionRule;
        })();

        v1.RouteKeyspace = (function() {

            const RouteKeyspace = function (properties) {
                this.id = 0;
                this.name = "";
                this.partition = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RouteKeyspace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.name != null && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.partition != null)
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                return writer;
            };

            RouteKeyspace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RouteKeyspace();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.partition = $root.ringkv.v1.PartitionRule.decode(reader, reader.size(), $undefined, _depth + 1, message.partition);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RouteKeyspace;
        })();

        v1.RouteNode = (function() {

            const RouteNode = function (properties) {
                this.id = 0;
                this.address = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RouteNode.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.address != null && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                return writer;
            };

            RouteNode.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RouteNode();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.address = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RouteNode;
        })();

        v1.RouteShard = (function() {

            const RouteShard = function (properties) {
                this.shard = 0;
                this.start = 0;
                this.end = 0;
                this.leader = 0;
                this.replicas = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RouteShard.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.start != null && message.start !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.start);
                if (message.end != null && message.end !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.end);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leader);
                if (message.replicas != null && message.replicas.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.replicas);
                return writer;
            };

            RouteShard.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RouteShard();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.start = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.end = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.replicas && message.replicas.length))
                                    message.replicas = [];
                                reader.uint32s(message.replicas);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.replicas && message.replicas.length))
                                message.replicas = [];
                            message.replicas.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RouteShard;
        })();

        v1.Routes = (function() {

            const Routes = function (properties) {
                this.full = false;
                this.nodes = $util.emptyArray;
                this.shards = $util.emptyArray;
                this.keyspaces = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Routes.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.full != null && message.full !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.full);
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.ringkv.v1.RouteNode.encode(message.nodes[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.RouteShard.encode(message.shards[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.keyspaces != null && message.keyspaces.length)
                    for (let i = 0; i < message.keyspaces.length; ++i)
                        $root.ringkv.v1.RouteKeyspace.encode(message.keyspaces[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            Routes.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.Routes();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.full = reader.bool();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.ringkv.v1.RouteNode.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push($root.ringkv.v1.RouteShard.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keyspaces && message.keyspaces.length))
                                message.keyspaces = [];
                            message.keyspaces.push($root.ringkv.v1.RouteKeyspace.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Routes;
        })();

        v1.ServerFrame = (function() {

            const ServerFrame = function (properties) {
                this.responses = $util.emptyArray;
                this.clock = 0;
                this.routes = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ServerFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.responses != null && message.responses.length)
                    for (let i = 0; i < message.responses.length; ++i)
                        $root.ringkv.v1.Response.encode(message.responses[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.clock != null && message.clock !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.clock);
                if (message.routes != null)
                    $root.ringkv.v1.Routes.encode(message.routes, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                return writer;
            };

            ServerFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ServerFrame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.responses && message.responses.length))
                                message.responses = [];
                            message.responses.push($root.ringkv.v1.Response.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.clock = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.routes = $root.ringkv.v1.Routes.decode(reader, reader.size(), $undefined, _depth + 1, message.routes);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ServerFrame;
        })();

        v1.ForwardRequest = (function() {

            const ForwardRequest = function (properties) {
                this.id = 0;
                this.shard = 0;
                this.rangeEpoch = 0;
                this.timeoutMs = 0;
                this.command = $emptyBytes;
                this.read = $emptyBytes;
                this.log = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ForwardRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.shard);
                if (message.rangeEpoch != null && message.rangeEpoch !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rangeEpoch);
                if (message.timeoutMs != null && message.timeoutMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.timeoutMs);
                if (message.command != null && message.command.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.command);
                if (message.read != null && message.read.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.read);
                if (message.log != null && message.log !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.log);
                return writer;
            };

            ForwardRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ForwardRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.rangeEpoch = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.timeoutMs = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.command = reader.bytes();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.read = reader.bytes();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.log = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ForwardRequest;
        })();

        v1.ForwardFrame = (function() {

            const ForwardFrame = function (properties) {
                this.clusterId = "";
                this.node = 0;
                this.clock = 0;
                this.requests = $util.emptyArray;
                this.to = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ForwardFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.clock != null && message.clock !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.clock);
                if (message.requests != null && message.requests.length)
                    for (let i = 0; i < message.requests.length; ++i)
                        $root.ringkv.v1.ForwardRequest.encode(message.requests[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.to != null && message.to !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.to);
                return writer;
            };

            ForwardFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ForwardFrame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.clock = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requests && message.requests.length))
                                message.requests = [];
                            message.requests.push($root.ringkv.v1.ForwardRequest.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ForwardFrame;
        })();

        v1.ForwardReply = (function() {

            const ForwardReply = function (properties) {
                this.id = 0;
                this.reply = null;
                this.readReply = null;
                this.error = null;
                this.leader = 0;
                this.maybeLogged = false;
                this.body = $undefined;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ForwardReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.reply != null)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.reply);
                if (message.readReply != null)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.readReply);
                if (message.error != null)
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.leader);
                if (message.maybeLogged != null && message.maybeLogged !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.maybeLogged);
                return writer;
            };

            ForwardReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ForwardReply();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reply = reader.bytes();
                            if (message.body !== "reply") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "reply";
                            }
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.readReply = reader.bytes();
                            if (message.body !== "readReply") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "readReply";
                            }
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            if (message.body !== "error") {
                                if (message.body !== $undefined)
                                    message[message.body] = null;
                                message.body = "error";
                            }
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.maybeLogged = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ForwardReply;
        })();

        v1.ForwardReplyFrame = (function() {

            const ForwardReplyFrame = function (properties) {
                this.clock = 0;
                this.replies = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ForwardReplyFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clock != null && message.clock !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.clock);
                if (message.replies != null && message.replies.length)
                    for (let i = 0; i < message.replies.length; ++i)
                        $root.ringkv.v1.ForwardReply.encode(message.replies[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                return writer;
            };

            ForwardReplyFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ForwardReplyFrame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.clock = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.replies && message.replies.length))
                                message.replies = [];
                            message.replies.push($root.ringkv.v1.ForwardReply.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ForwardReplyFrame;
        })();

        v1.WatchMapRequest = (function() {

            const WatchMapRequest = function (properties) {
                this.clusterId = "";
                this.node = 0;
                this.since = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchMapRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.since != null && message.since !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.since);
                return writer;
            };

            WatchMapRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.WatchMapRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.since = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchMapRequest;
        })();

        v1.LeaderHint = (function() {

            const LeaderHint = function (properties) {
                this.shard = 0;
                this.leader = 0;
                this.term = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LeaderHint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leader);
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                return writer;
            };

            LeaderHint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.LeaderHint();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LeaderHint;
        })();

        v1.MapUpdate = (function() {

            const MapUpdate = function (properties) {
                this.version = 0;
                this.delta = $emptyBytes;
                this.leaders = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MapUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.delta != null && message.delta.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.delta);
                if (message.leaders != null && message.leaders.length)
                    for (let i = 0; i < message.leaders.length; ++i)
                        $root.ringkv.v1.LeaderHint.encode(message.leaders[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                return writer;
            };

            MapUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.MapUpdate();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.version = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.delta = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.leaders && message.leaders.length))
                                message.leaders = [];
                            message.leaders.push($root.ringkv.v1.LeaderHint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MapUpdate;
        })();

        v1.ShardReport = (function() {

            const ShardReport = function (properties) {
                this.shard = 0;
                this.leading = false;
                this.term = 0;
                this.appliedIndex = 0;
                this.approximateBytes = 0;
                this.configEpoch = 0;
                this.rangeEpoch = 0;
                this.usage = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShardReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.leading != null && message.leading !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.leading);
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                if (message.appliedIndex != null && message.appliedIndex !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.appliedIndex);
                if (message.approximateBytes != null && message.approximateBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.approximateBytes);
                if (message.configEpoch != null && message.configEpoch !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.configEpoch);
                if (message.rangeEpoch != null && message.rangeEpoch !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.rangeEpoch);
                if (message.usage != null && message.usage.length)
                    for (let i = 0; i < message.usage.length; ++i)
                        $root.ringkv.v1.KeyspaceUse.encode(message.usage[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                return writer;
            };

            ShardReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ShardReport();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.leading = reader.bool();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.appliedIndex = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.approximateBytes = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.configEpoch = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.rangeEpoch = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.usage && message.usage.length))
                                message.usage = [];
                            message.usage.push($root.ringkv.v1.KeyspaceUse.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShardReport;
        })();

        v1.KeyspaceUse = (function() {

            const KeyspaceUse = function (properties) {
                this.keyspace = 0;
                this.keys = 0;
                this.bytes = 0;
                this.historyBytes = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyspaceUse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && message.keyspace !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.keyspace);
                if (message.keys != null && !$Object.is(message.keys, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.keys);
                if (message.bytes != null && !$Object.is(message.bytes, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.bytes);
                if (message.historyBytes != null && !$Object.is(message.historyBytes, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.historyBytes);
                return writer;
            };

            KeyspaceUse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.KeyspaceUse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.keyspace = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.keys = reader.double();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.bytes = reader.double();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.historyBytes = reader.double();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return KeyspaceUse;
        })();

        v1.HeartbeatRequest = (function() {

            const HeartbeatRequest = function (properties) {
                this.clusterId = "";
                this.node = 0;
                this.address = "";
                this.labels = $util.emptyObject;
                this.capacity = 0;
                this.version = "";
                this.bootId = "";
                this.diskFreeBytes = 0;
                this.diskTotalBytes = 0;
                this.memoryBytes = 0;
                this.uptimeSeconds = 0;
                this.shards = $util.emptyArray;
                this.full = false;
                this.identity = "";
                this.httpAddress = "";
                this.clockOffsetMs = 0;
                this.clockKnown = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HeartbeatRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.address != null && message.address !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
                if (message.labels != null)
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.labels[keys[i]]).ldelim();
                if (message.capacity != null && !$Object.is(message.capacity, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.capacity);
                if (message.version != null && message.version !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.version);
                if (message.bootId != null && message.bootId !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.bootId);
                if (message.diskFreeBytes != null && message.diskFreeBytes !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.diskFreeBytes);
                if (message.diskTotalBytes != null && message.diskTotalBytes !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.diskTotalBytes);
                if (message.memoryBytes != null && message.memoryBytes !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.memoryBytes);
                if (message.uptimeSeconds != null && message.uptimeSeconds !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.uptimeSeconds);
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.ShardReport.encode(message.shards[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.full != null && message.full !== false)
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.full);
                if (message.identity != null && message.identity !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.identity);
                if (message.httpAddress != null && message.httpAddress !== "")
                    writer.uint32(/* id 15, wireType 2 =*/122).string(message.httpAddress);
                if (message.clockOffsetMs != null && message.clockOffsetMs !== 0)
                    writer.uint32(/* id 16, wireType 0 =*/128).sint32(message.clockOffsetMs);
                if (message.clockKnown != null && message.clockKnown !== false)
                    writer.uint32(/* id 17, wireType 0 =*/136).bool(message.clockKnown);
                return writer;
            };

            HeartbeatRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.HeartbeatRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.address = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (message.labels === $util.emptyObject)
                                message.labels = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.labels, key);
                            message.labels[key] = value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.capacity = reader.double();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.bootId = reader.stringVerify();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.diskFreeBytes = reader.uint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.diskTotalBytes = reader.uint64();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.uptimeSeconds = reader.uint64();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push($root.ringkv.v1.ShardReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.full = reader.bool();
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.identity = reader.stringVerify();
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.httpAddress = reader.stringVerify();
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            message.clockOffsetMs = reader.sint32();
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            message.clockKnown = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeartbeatRequest;
        })();

        v1.HeartbeatResponse = (function() {

            const HeartbeatResponse = function (properties) {
                this.notLeader = false;
                this.leader = 0;
                this.wantFull = false;
                this.certain = false;
                this.identity = "";
                this.wallMicros = 0;
                this.skewedNodes = $util.emptyArray;
                this.mapVersion = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HeartbeatResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.notLeader != null && message.notLeader !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.notLeader);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leader);
                if (message.wantFull != null && message.wantFull !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.wantFull);
                if (message.certain != null && message.certain !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.certain);
                if (message.identity != null && message.identity !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.identity);
                if (message.wallMicros != null && message.wallMicros !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.wallMicros);
                if (message.skewedNodes != null && message.skewedNodes.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.skewedNodes);
                if (message.mapVersion != null && message.mapVersion !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.mapVersion);
                return writer;
            };

            HeartbeatResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.HeartbeatResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.notLeader = reader.bool();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.wantFull = reader.bool();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.certain = reader.bool();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.identity = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.wallMicros = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.skewedNodes && message.skewedNodes.length))
                                    message.skewedNodes = [];
                                reader.uint32s(message.skewedNodes);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.skewedNodes && message.skewedNodes.length))
                                message.skewedNodes = [];
                            message.skewedNodes.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.mapVersion = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HeartbeatResponse;
        })();

        v1.PlacementRequest = (function() {

            const PlacementRequest = function (properties) {
                this.clusterId = "";
                this.command = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PlacementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.command != null && message.command.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.command);
                return writer;
            };

            PlacementRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.PlacementRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.command = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlacementRequest;
        })();

        v1.PlacementResponse = (function() {

            const PlacementResponse = function (properties) {
                this.reply = $emptyBytes;
                this.notLeader = false;
                this.leader = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PlacementResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reply != null && message.reply.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.reply);
                if (message.notLeader != null && message.notLeader !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.notLeader);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.leader);
                return writer;
            };

            PlacementResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.PlacementResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.reply = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.notLeader = reader.bool();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlacementResponse;
        })();

        v1.ReportsRequest = (function() {

            const ReportsRequest = function (properties) {
                this.clusterId = "";
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReportsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                return writer;
            };

            ReportsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReportsRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReportsRequest;
        })();

        v1.NodeReport = (function() {

            const NodeReport = function (properties) {
                this.node = 0;
                this.diskFreeBytes = 0;
                this.diskTotalBytes = 0;
                this.memoryBytes = 0;
                this.uptimeSeconds = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.node);
                if (message.diskFreeBytes != null && message.diskFreeBytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.diskFreeBytes);
                if (message.diskTotalBytes != null && message.diskTotalBytes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.diskTotalBytes);
                if (message.memoryBytes != null && message.memoryBytes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.memoryBytes);
                if (message.uptimeSeconds != null && message.uptimeSeconds !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.uptimeSeconds);
                return writer;
            };

            NodeReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.NodeReport();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.diskFreeBytes = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.diskTotalBytes = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.uptimeSeconds = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NodeReport;
        })();

        v1.ShardSize = (function() {

            const ShardSize = function (properties) {
                this.shard = 0;
                this.approximateBytes = 0;
                this.usage = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShardSize.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.approximateBytes != null && message.approximateBytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.approximateBytes);
                if (message.usage != null && message.usage.length)
                    for (let i = 0; i < message.usage.length; ++i)
                        $root.ringkv.v1.KeyspaceUse.encode(message.usage[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                return writer;
            };

            ShardSize.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ShardSize();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.approximateBytes = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.usage && message.usage.length))
                                message.usage = [];
                            message.usage.push($root.ringkv.v1.KeyspaceUse.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShardSize;
        })();

        v1.ReportsResponse = (function() {

            const ReportsResponse = function (properties) {
                this.notLeader = false;
                this.leader = 0;
                this.nodes = $util.emptyArray;
                this.shards = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReportsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.notLeader != null && message.notLeader !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.notLeader);
                if (message.leader != null && message.leader !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leader);
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.ringkv.v1.NodeReport.encode(message.nodes[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.ShardSize.encode(message.shards[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            ReportsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.ReportsResponse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.notLeader = reader.bool();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.leader = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.ringkv.v1.NodeReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push($root.ringkv.v1.ShardSize.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReportsResponse;
        })();

        v1.RaftHello = (function() {

            const RaftHello = function (properties) {
                this.clusterId = "";
                this.node = 0;
                this.bootId = "";
                this.to = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.bootId != null && message.bootId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.bootId);
                if (message.to != null && message.to !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.to);
                return writer;
            };

            RaftHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftHello();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bootId = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftHello;
        })();

        v1.RaftFrame = (function() {

            const RaftFrame = function (properties) {
                this.messages = $util.emptyArray;
                this.clock = 0;
                this.bootId = "";
                this.beats = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && message.messages.length)
                    for (let i = 0; i < message.messages.length; ++i)
                        $root.ringkv.v1.RaftMessage.encode(message.messages[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.clock != null && message.clock !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.clock);
                if (message.bootId != null && message.bootId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.bootId);
                if (message.beats != null && message.beats.length)
                    for (let i = 0; i < message.beats.length; ++i)
                        $root.ringkv.v1.RaftBeat.encode(message.beats[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                return writer;
            };

            RaftFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftFrame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.messages && message.messages.length))
                                message.messages = [];
                            message.messages.push($root.ringkv.v1.RaftMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.clock = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bootId = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.beats && message.beats.length))
                                message.beats = [];
                            message.beats.push($root.ringkv.v1.RaftBeat.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftFrame;
        })();

        v1.RaftBeat = (function() {

            const RaftBeat = function (properties) {
                this.bootId = "";
                this.heartbeats = null;
                this.answers = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftBeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bootId != null && message.bootId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bootId);
                if (message.heartbeats != null)
                    $root.ringkv.v1.RaftHeartbeats.encode(message.heartbeats, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.answers != null)
                    $root.ringkv.v1.RaftHeartbeats.encode(message.answers, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                return writer;
            };

            RaftBeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftBeat();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bootId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.heartbeats = $root.ringkv.v1.RaftHeartbeats.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeats);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.answers = $root.ringkv.v1.RaftHeartbeats.decode(reader, reader.size(), $undefined, _depth + 1, message.answers);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftBeat;
        })();

        v1.RaftHeartbeats = (function() {

            const RaftHeartbeats = function (properties) {
                this.shards = $util.emptyArray;
                this.from = $util.emptyArray;
                this.to = $util.emptyArray;
                this.terms = $util.emptyArray;
                this.commits = $util.emptyArray;
                this.rounds = $util.emptyArray;
                this.asleep = $util.emptyArray;
                this.closed = $util.emptyArray;
                this.closedIndexes = $util.emptyArray;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftHeartbeats.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shards != null && message.shards.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.shards);
                if (message.from != null && message.from.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.from);
                if (message.to != null && message.to.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.to);
                if (message.terms != null && message.terms.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint64s(message.terms);
                if (message.commits != null && message.commits.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint64s(message.commits);
                if (message.rounds != null && message.rounds.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).uint64s(message.rounds);
                if (message.asleep != null && message.asleep.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bools(message.asleep);
                if (message.closed != null && message.closed.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).uint64s(message.closed);
                if (message.closedIndexes != null && message.closedIndexes.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).uint64s(message.closedIndexes);
                return writer;
            };

            RaftHeartbeats.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftHeartbeats();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.shards && message.shards.length))
                                    message.shards = [];
                                reader.uint32s(message.shards);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.from && message.from.length))
                                    message.from = [];
                                reader.uint32s(message.from);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.from && message.from.length))
                                message.from = [];
                            message.from.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.to && message.to.length))
                                    message.to = [];
                                reader.uint32s(message.to);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.to && message.to.length))
                                message.to = [];
                            message.to.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.terms && message.terms.length))
                                    message.terms = [];
                                reader.uint64s(message.terms);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.terms && message.terms.length))
                                message.terms = [];
                            message.terms.push(reader.uint64());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.commits && message.commits.length))
                                    message.commits = [];
                                reader.uint64s(message.commits);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.commits && message.commits.length))
                                message.commits = [];
                            message.commits.push(reader.uint64());
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.rounds && message.rounds.length))
                                    message.rounds = [];
                                reader.uint64s(message.rounds);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.rounds && message.rounds.length))
                                message.rounds = [];
                            message.rounds.push(reader.uint64());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.asleep && message.asleep.length))
                                    message.asleep = [];
                                reader.bools(message.asleep);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.asleep && message.asleep.length))
                                message.asleep = [];
                            message.asleep.push(reader.bool());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.closed && message.closed.length))
                                    message.closed = [];
                                reader.uint64s(message.closed);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.closed && message.closed.length))
                                message.closed = [];
                            message.closed.push(reader.uint64());
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.closedIndexes && message.closedIndexes.length))
                                    message.closedIndexes = [];
                                reader.uint64s(message.closedIndexes);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.closedIndexes && message.closedIndexes.length))
                                message.closedIndexes = [];
                            message.closedIndexes.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftHeartbeats;
        })();

        v1.RaftEntry = (function() {

            const RaftEntry = function (properties) {
                this.term = 0;
                this.index = 0;
                this.type = 0;
                this.data = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                if (message.index != null && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                if (message.type != null && message.type !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.type);
                if (message.data != null && message.data.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                return writer;
            };

            RaftEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftEntry();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.index = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.type = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.data = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftEntry;
        })();

        v1.RaftConfState = (function() {

            const RaftConfState = function (properties) {
                this.voters = $util.emptyArray;
                this.votersOutgoing = $util.emptyArray;
                this.learners = $util.emptyArray;
                this.learnersNext = $util.emptyArray;
                this.autoLeave = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftConfState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.voters != null && message.voters.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.voters);
                if (message.votersOutgoing != null && message.votersOutgoing.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.votersOutgoing);
                if (message.learners != null && message.learners.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.learners);
                if (message.learnersNext != null && message.learnersNext.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.learnersNext);
                if (message.autoLeave != null && message.autoLeave !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.autoLeave);
                return writer;
            };

            RaftConfState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftConfState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.voters && message.voters.length))
                                    message.voters = [];
                                reader.uint32s(message.voters);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.voters && message.voters.length))
                                message.voters = [];
                            message.voters.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.votersOutgoing && message.votersOutgoing.length))
                                    message.votersOutgoing = [];
                                reader.uint32s(message.votersOutgoing);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.votersOutgoing && message.votersOutgoing.length))
                                message.votersOutgoing = [];
                            message.votersOutgoing.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.learners && message.learners.length))
                                    message.learners = [];
                                reader.uint32s(message.learners);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.learners && message.learners.length))
                                message.learners = [];
                            message.learners.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.learnersNext && message.learnersNext.length))
                                    message.learnersNext = [];
                                reader.uint32s(message.learnersNext);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.learnersNext && message.learnersNext.length))
                                message.learnersNext = [];
                            message.learnersNext.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.autoLeave = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftConfState;
        })();

        v1.RaftSnapshot = (function() {

            const RaftSnapshot = function (properties) {
                this.index = 0;
                this.term = 0;
                this.confState = null;
                this.data = $emptyBytes;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && message.index !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.confState != null)
                    $root.ringkv.v1.RaftConfState.encode(message.confState, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.data != null && message.data.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                return writer;
            };

            RaftSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftSnapshot();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.index = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.confState = $root.ringkv.v1.RaftConfState.decode(reader, reader.size(), $undefined, _depth + 1, message.confState);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.data = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftSnapshot;
        })();

        v1.RaftMessage = (function() {

            const RaftMessage = function (properties) {
                this.shard = 0;
                this.type = 0;
                this.from = 0;
                this.to = 0;
                this.term = 0;
                this.logTerm = 0;
                this.index = 0;
                this.commit = 0;
                this.reject = false;
                this.rejectHint = 0;
                this.transfer = false;
                this.context = 0;
                this.entries = $util.emptyArray;
                this.snapshot = null;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RaftMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.type != null && message.type !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.type);
                if (message.from != null && message.from !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.from);
                if (message.to != null && message.to !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.to);
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.term);
                if (message.logTerm != null && message.logTerm !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.logTerm);
                if (message.index != null && message.index !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.index);
                if (message.commit != null && message.commit !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.commit);
                if (message.reject != null && message.reject !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.reject);
                if (message.rejectHint != null && message.rejectHint !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.rejectHint);
                if (message.transfer != null && message.transfer !== false)
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.transfer);
                if (message.context != null && message.context !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.context);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.ringkv.v1.RaftEntry.encode(message.entries[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.snapshot != null)
                    $root.ringkv.v1.RaftSnapshot.encode(message.snapshot, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                return writer;
            };

            RaftMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.RaftMessage();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.type = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.from = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.logTerm = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.index = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.commit = reader.uint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.reject = reader.bool();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.rejectHint = reader.uint64();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.transfer = reader.bool();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.context = reader.uint64();
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.ringkv.v1.RaftEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.snapshot = $root.ringkv.v1.RaftSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RaftMessage;
        })();

        v1.SnapshotRequest = (function() {

            const SnapshotRequest = function (properties) {
                this.clusterId = "";
                this.node = 0;
                this.shard = 0;
                this.replica = 0;
                this.resumeIndex = 0;
                this.resumeChunks = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SnapshotRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.shard != null && message.shard !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.shard);
                if (message.replica != null && message.replica !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.replica);
                if (message.resumeIndex != null && message.resumeIndex !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.resumeIndex);
                if (message.resumeChunks != null && message.resumeChunks !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.resumeChunks);
                return writer;
            };

            SnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.SnapshotRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.clusterId = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.node = reader.uint32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.shard = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.replica = reader.uint32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.resumeIndex = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.resumeChunks = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SnapshotRequest;
        })();

        v1.SnapshotChunk = (function() {

            const SnapshotChunk = function (properties) {
                this.header = null;
                this.rows = $emptyBytes;
                this.checksum = 0;
                this.last = false;
                this.more = false;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SnapshotChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null)
                    $root.ringkv.v1.SnapshotHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.rows != null && message.rows.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.rows);
                if (message.checksum != null && message.checksum !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.checksum);
                if (message.last != null && message.last !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.last);
                if (message.more != null && message.more !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.more);
                return writer;
            };

            SnapshotChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.SnapshotChunk();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.header = $root.ringkv.v1.SnapshotHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.rows = reader.bytes();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.checksum = reader.uint32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.last = reader.bool();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.more = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SnapshotChunk;
        })();

        v1.SnapshotHeader = (function() {

            const SnapshotHeader = function (properties) {
                this.index = 0;
                this.term = 0;
                this.confState = null;
                this.meta = $emptyBytes;
                this.firstChunk = 0;
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SnapshotHeader.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && message.index !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.term != null && message.term !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.confState != null)
                    $root.ringkv.v1.RaftConfState.encode(message.confState, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.meta != null && message.meta.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.meta);
                if (message.firstChunk != null && message.firstChunk !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.firstChunk);
                return writer;
            };

            SnapshotHeader.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringkv.v1.SnapshotHeader();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.index = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.term = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.confState = $root.ringkv.v1.RaftConfState.decode(reader, reader.size(), $undefined, _depth + 1, message.confState);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.meta = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.firstChunk = reader.uint32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SnapshotHeader;
        })();

        return v1;
    })();

    return ringkv;
})();

export {
  $root as default
};

export const wire = ringkv.v1;
