/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const ringkv = $root.ringkv = (() => {

    /**
     * Namespace ringkv.
     * @exports ringkv
     * @namespace
     */
    const ringkv = {};

    ringkv.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof ringkv
         * @namespace
         */
        const v1 = {};

        v1.Admin = (function() {

            /**
             * Constructs a new Admin service.
             * @memberof ringkv.v1
             * @classdesc Represents an Admin
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const Admin = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(Admin.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Admin, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link ringkv.v1.Admin#status}.
             * @memberof ringkv.v1.Admin
             * @typedef StatusCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.StatusResponse} [response] StatusResponse
             */

            /**
             * Calls Status.
             * @memberof ringkv.v1.Admin
             * @typedef Status
             * @type {{
             *   (request: ringkv.v1.IStatusRequest, callback: ringkv.v1.Admin.StatusCallback): void;
             *   (request: ringkv.v1.IStatusRequest): Promise<ringkv.v1.StatusResponse>;
             *   readonly name: "Status";
             *   readonly path: "/ringkv.v1.Admin/Status";
             *   readonly requestType: "StatusRequest";
             *   readonly responseType: "StatusResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Status.
             * @name ringkv.v1.Admin#status
             * @type {ringkv.v1.Admin.Status}
             */
            $Object.defineProperties(Admin.prototype.status = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Admin.prototype.status, $root.ringkv.v1.StatusRequest, $root.ringkv.v1.StatusResponse, request, callback);
            }, {
                name: { value: "Status" },
                path: { value: "/ringkv.v1.Admin/Status" },
                requestType: { value: "StatusRequest" },
                responseType: { value: "StatusResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Admin#listNodes}.
             * @memberof ringkv.v1.Admin
             * @typedef ListNodesCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ListNodesResponse} [response] ListNodesResponse
             */

            /**
             * Calls ListNodes.
             * @memberof ringkv.v1.Admin
             * @typedef ListNodes
             * @type {{
             *   (request: ringkv.v1.IListNodesRequest, callback: ringkv.v1.Admin.ListNodesCallback): void;
             *   (request: ringkv.v1.IListNodesRequest): Promise<ringkv.v1.ListNodesResponse>;
             *   readonly name: "ListNodes";
             *   readonly path: "/ringkv.v1.Admin/ListNodes";
             *   readonly requestType: "ListNodesRequest";
             *   readonly responseType: "ListNodesResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListNodes.
             * @name ringkv.v1.Admin#listNodes
             * @type {ringkv.v1.Admin.ListNodes}
             */
            $Object.defineProperties(Admin.prototype.listNodes = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Admin.prototype.listNodes, $root.ringkv.v1.ListNodesRequest, $root.ringkv.v1.ListNodesResponse, request, callback);
            }, {
                name: { value: "ListNodes" },
                path: { value: "/ringkv.v1.Admin/ListNodes" },
                requestType: { value: "ListNodesRequest" },
                responseType: { value: "ListNodesResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Admin#listShards}.
             * @memberof ringkv.v1.Admin
             * @typedef ListShardsCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ListShardsResponse} [response] ListShardsResponse
             */

            /**
             * Calls ListShards.
             * @memberof ringkv.v1.Admin
             * @typedef ListShards
             * @type {{
             *   (request: ringkv.v1.IListShardsRequest, callback: ringkv.v1.Admin.ListShardsCallback): void;
             *   (request: ringkv.v1.IListShardsRequest): Promise<ringkv.v1.ListShardsResponse>;
             *   readonly name: "ListShards";
             *   readonly path: "/ringkv.v1.Admin/ListShards";
             *   readonly requestType: "ListShardsRequest";
             *   readonly responseType: "ListShardsResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListShards.
             * @name ringkv.v1.Admin#listShards
             * @type {ringkv.v1.Admin.ListShards}
             */
            $Object.defineProperties(Admin.prototype.listShards = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Admin.prototype.listShards, $root.ringkv.v1.ListShardsRequest, $root.ringkv.v1.ListShardsResponse, request, callback);
            }, {
                name: { value: "ListShards" },
                path: { value: "/ringkv.v1.Admin/ListShards" },
                requestType: { value: "ListShardsRequest" },
                responseType: { value: "ListShardsResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Admin#listKeyspaces}.
             * @memberof ringkv.v1.Admin
             * @typedef ListKeyspacesCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ListKeyspacesResponse} [response] ListKeyspacesResponse
             */

            /**
             * Calls ListKeyspaces.
             * @memberof ringkv.v1.Admin
             * @typedef ListKeyspaces
             * @type {{
             *   (request: ringkv.v1.IListKeyspacesRequest, callback: ringkv.v1.Admin.ListKeyspacesCallback): void;
             *   (request: ringkv.v1.IListKeyspacesRequest): Promise<ringkv.v1.ListKeyspacesResponse>;
             *   readonly name: "ListKeyspaces";
             *   readonly path: "/ringkv.v1.Admin/ListKeyspaces";
             *   readonly requestType: "ListKeyspacesRequest";
             *   readonly responseType: "ListKeyspacesResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListKeyspaces.
             * @name ringkv.v1.Admin#listKeyspaces
             * @type {ringkv.v1.Admin.ListKeyspaces}
             */
            $Object.defineProperties(Admin.prototype.listKeyspaces = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Admin.prototype.listKeyspaces, $root.ringkv.v1.ListKeyspacesRequest, $root.ringkv.v1.ListKeyspacesResponse, request, callback);
            }, {
                name: { value: "ListKeyspaces" },
                path: { value: "/ringkv.v1.Admin/ListKeyspaces" },
                requestType: { value: "ListKeyspacesRequest" },
                responseType: { value: "ListKeyspacesResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Admin#createKeyspace}.
             * @memberof ringkv.v1.Admin
             * @typedef CreateKeyspaceCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.KeyspaceInfo} [response] KeyspaceInfo
             */

            /**
             * Calls CreateKeyspace.
             * @memberof ringkv.v1.Admin
             * @typedef CreateKeyspace
             * @type {{
             *   (request: ringkv.v1.ICreateKeyspaceRequest, callback: ringkv.v1.Admin.CreateKeyspaceCallback): void;
             *   (request: ringkv.v1.ICreateKeyspaceRequest): Promise<ringkv.v1.KeyspaceInfo>;
             *   readonly name: "CreateKeyspace";
             *   readonly path: "/ringkv.v1.Admin/CreateKeyspace";
             *   readonly requestType: "CreateKeyspaceRequest";
             *   readonly responseType: "KeyspaceInfo";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls CreateKeyspace.
             * @name ringkv.v1.Admin#createKeyspace
             * @type {ringkv.v1.Admin.CreateKeyspace}
             */
            $Object.defineProperties(Admin.prototype.createKeyspace = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Admin.prototype.createKeyspace, $root.ringkv.v1.CreateKeyspaceRequest, $root.ringkv.v1.KeyspaceInfo, request, callback);
            }, {
                name: { value: "CreateKeyspace" },
                path: { value: "/ringkv.v1.Admin/CreateKeyspace" },
                requestType: { value: "CreateKeyspaceRequest" },
                responseType: { value: "KeyspaceInfo" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            return Admin;
        })();

        v1.StatusRequest = (function() {

            /**
             * Properties of a StatusRequest.
             * @typedef {Object} ringkv.v1.StatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusRequest.
             * @memberof ringkv.v1
             * @interface IStatusRequest
             * @augments ringkv.v1.StatusRequest.$Properties
             * @deprecated Use ringkv.v1.StatusRequest.$Properties instead.
             */

            /**
             * Shape of a StatusRequest.
             * @typedef {ringkv.v1.StatusRequest.$Properties} ringkv.v1.StatusRequest.$Shape
             */

            /**
             * Constructs a new StatusRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a StatusRequest.
             * @constructor
             * @param {ringkv.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link ringkv.v1.StatusRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.StatusRequest
             * @static
             * @param {ringkv.v1.StatusRequest.$Properties} message StatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.StatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.StatusRequest & ringkv.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a StatusResponse.
             * @typedef {Object} ringkv.v1.StatusResponse.$Properties
             * @property {string|null} [clusterId] StatusResponse clusterId
             * @property {number|null} [nodeId] StatusResponse nodeId
             * @property {string|null} [version] StatusResponse version
             * @property {number|null} [nodes] StatusResponse nodes
             * @property {number|null} [nodesUp] StatusResponse nodesUp
             * @property {number|null} [shards] StatusResponse shards
             * @property {number|null} [shardsWithLeader] StatusResponse shardsWithLeader
             * @property {number|null} [replicasWanted] StatusResponse replicasWanted
             * @property {number|null} [underReplicated] StatusResponse underReplicated
             * @property {number|null} [placementLeader] StatusResponse placementLeader
             * @property {number|null} [clock] StatusResponse clock
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusResponse.
             * @memberof ringkv.v1
             * @interface IStatusResponse
             * @augments ringkv.v1.StatusResponse.$Properties
             * @deprecated Use ringkv.v1.StatusResponse.$Properties instead.
             */

            /**
             * Shape of a StatusResponse.
             * @typedef {ringkv.v1.StatusResponse.$Properties} ringkv.v1.StatusResponse.$Shape
             */

            /**
             * Constructs a new StatusResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a StatusResponse.
             * @constructor
             * @param {ringkv.v1.StatusResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StatusResponse clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.clusterId = "";

            /**
             * StatusResponse nodeId.
             * @member {number} nodeId
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.nodeId = 0;

            /**
             * StatusResponse version.
             * @member {string} version
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.version = "";

            /**
             * StatusResponse nodes.
             * @member {number} nodes
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.nodes = 0;

            /**
             * StatusResponse nodesUp.
             * @member {number} nodesUp
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.nodesUp = 0;

            /**
             * StatusResponse shards.
             * @member {number} shards
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.shards = 0;

            /**
             * StatusResponse shardsWithLeader.
             * @member {number} shardsWithLeader
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.shardsWithLeader = 0;

            /**
             * StatusResponse replicasWanted.
             * @member {number} replicasWanted
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.replicasWanted = 0;

            /**
             * StatusResponse underReplicated.
             * @member {number} underReplicated
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.underReplicated = 0;

            /**
             * StatusResponse placementLeader.
             * @member {number} placementLeader
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.placementLeader = 0;

            /**
             * StatusResponse clock.
             * @member {number} clock
             * @memberof ringkv.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.clock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified StatusResponse message. Does not implicitly {@link ringkv.v1.StatusResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.StatusResponse
             * @static
             * @param {ringkv.v1.StatusResponse.$Properties} message StatusResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.nodeId);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.nodes);
                if (message.nodesUp != null && $Object.hasOwnProperty.call(message, "nodesUp") && message.nodesUp !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.nodesUp);
                if (message.shards != null && $Object.hasOwnProperty.call(message, "shards") && message.shards !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.shards);
                if (message.shardsWithLeader != null && $Object.hasOwnProperty.call(message, "shardsWithLeader") && message.shardsWithLeader !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.shardsWithLeader);
                if (message.replicasWanted != null && $Object.hasOwnProperty.call(message, "replicasWanted") && message.replicasWanted !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.replicasWanted);
                if (message.underReplicated != null && $Object.hasOwnProperty.call(message, "underReplicated") && message.underReplicated !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.underReplicated);
                if (message.placementLeader != null && $Object.hasOwnProperty.call(message, "placementLeader") && message.placementLeader !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.placementLeader);
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock") && (typeof message.clock === "object" ? message.clock.low || message.clock.high : message.clock !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.clock);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.StatusResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.StatusResponse & ringkv.v1.StatusResponse.$Shape} StatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodes = value;
                            else
                                delete message.nodes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodesUp = value;
                            else
                                delete message.nodesUp;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shards = value;
                            else
                                delete message.shards;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shardsWithLeader = value;
                            else
                                delete message.shardsWithLeader;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicasWanted = value;
                            else
                                delete message.replicasWanted;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.underReplicated = value;
                            else
                                delete message.underReplicated;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.placementLeader = value;
                            else
                                delete message.placementLeader;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clock = value;
                            else
                                delete message.clock;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListNodesRequest.
             * @typedef {Object} ringkv.v1.ListNodesRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListNodesRequest.
             * @memberof ringkv.v1
             * @interface IListNodesRequest
             * @augments ringkv.v1.ListNodesRequest.$Properties
             * @deprecated Use ringkv.v1.ListNodesRequest.$Properties instead.
             */

            /**
             * Shape of a ListNodesRequest.
             * @typedef {ringkv.v1.ListNodesRequest.$Properties} ringkv.v1.ListNodesRequest.$Shape
             */

            /**
             * Constructs a new ListNodesRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ListNodesRequest.
             * @constructor
             * @param {ringkv.v1.ListNodesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListNodesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ListNodesRequest message. Does not implicitly {@link ringkv.v1.ListNodesRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListNodesRequest
             * @static
             * @param {ringkv.v1.ListNodesRequest.$Properties} message ListNodesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListNodesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListNodesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListNodesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListNodesRequest & ringkv.v1.ListNodesRequest.$Shape} ListNodesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a NodeInfo.
             * @typedef {Object} ringkv.v1.NodeInfo.$Properties
             * @property {number|null} [id] NodeInfo id
             * @property {string|null} [address] NodeInfo address
             * @property {Object.<string,string>|null} [labels] NodeInfo labels
             * @property {string|null} [state] NodeInfo state
             * @property {string|null} [version] NodeInfo version
             * @property {number|null} [replicas] NodeInfo replicas
             * @property {number|null} [leaders] NodeInfo leaders
             * @property {number|null} [diskFreeBytes] NodeInfo diskFreeBytes
             * @property {number|null} [diskTotalBytes] NodeInfo diskTotalBytes
             * @property {number|null} [memoryBytes] NodeInfo memoryBytes
             * @property {number|null} [uptimeSeconds] NodeInfo uptimeSeconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeInfo.
             * @memberof ringkv.v1
             * @interface INodeInfo
             * @augments ringkv.v1.NodeInfo.$Properties
             * @deprecated Use ringkv.v1.NodeInfo.$Properties instead.
             */

            /**
             * Shape of a NodeInfo.
             * @typedef {ringkv.v1.NodeInfo.$Properties} ringkv.v1.NodeInfo.$Shape
             */

            /**
             * Constructs a new NodeInfo.
             * @memberof ringkv.v1
             * @classdesc Represents a NodeInfo.
             * @constructor
             * @param {ringkv.v1.NodeInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeInfo = function (properties) {
                this.labels = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodeInfo id.
             * @member {number} id
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.id = 0;

            /**
             * NodeInfo address.
             * @member {string} address
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.address = "";

            /**
             * NodeInfo labels.
             * @member {Object.<string,string>} labels
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.labels = $util.emptyObject;

            /**
             * NodeInfo state.
             * @member {string} state
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.state = "";

            /**
             * NodeInfo version.
             * @member {string} version
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.version = "";

            /**
             * NodeInfo replicas.
             * @member {number} replicas
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.replicas = 0;

            /**
             * NodeInfo leaders.
             * @member {number} leaders
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.leaders = 0;

            /**
             * NodeInfo diskFreeBytes.
             * @member {number} diskFreeBytes
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.diskFreeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * NodeInfo diskTotalBytes.
             * @member {number} diskTotalBytes
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.diskTotalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * NodeInfo memoryBytes.
             * @member {number} memoryBytes
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * NodeInfo uptimeSeconds.
             * @member {number} uptimeSeconds
             * @memberof ringkv.v1.NodeInfo
             * @instance
             */
            NodeInfo.prototype.uptimeSeconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified NodeInfo message. Does not implicitly {@link ringkv.v1.NodeInfo.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.NodeInfo
             * @static
             * @param {ringkv.v1.NodeInfo.$Properties} message NodeInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.labels[keys[i]]).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.version);
                if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && message.replicas !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.replicas);
                if (message.leaders != null && $Object.hasOwnProperty.call(message, "leaders") && message.leaders !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.leaders);
                if (message.diskFreeBytes != null && $Object.hasOwnProperty.call(message, "diskFreeBytes") && (typeof message.diskFreeBytes === "object" ? message.diskFreeBytes.low || message.diskFreeBytes.high : message.diskFreeBytes !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.diskFreeBytes);
                if (message.diskTotalBytes != null && $Object.hasOwnProperty.call(message, "diskTotalBytes") && (typeof message.diskTotalBytes === "object" ? message.diskTotalBytes.low || message.diskTotalBytes.high : message.diskTotalBytes !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.diskTotalBytes);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.memoryBytes);
                if (message.uptimeSeconds != null && $Object.hasOwnProperty.call(message, "uptimeSeconds") && (typeof message.uptimeSeconds === "object" ? message.uptimeSeconds.low || message.uptimeSeconds.high : message.uptimeSeconds !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.uptimeSeconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeInfo message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.NodeInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.NodeInfo & ringkv.v1.NodeInfo.$Shape} NodeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
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
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicas = value;
                            else
                                delete message.replicas;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaders = value;
                            else
                                delete message.leaders;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.diskFreeBytes = value;
                            else
                                delete message.diskFreeBytes;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.diskTotalBytes = value;
                            else
                                delete message.diskTotalBytes;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeSeconds = value;
                            else
                                delete message.uptimeSeconds;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListNodesResponse.
             * @typedef {Object} ringkv.v1.ListNodesResponse.$Properties
             * @property {Array.<ringkv.v1.NodeInfo.$Properties>|null} [nodes] ListNodesResponse nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListNodesResponse.
             * @memberof ringkv.v1
             * @interface IListNodesResponse
             * @augments ringkv.v1.ListNodesResponse.$Properties
             * @deprecated Use ringkv.v1.ListNodesResponse.$Properties instead.
             */

            /**
             * Shape of a ListNodesResponse.
             * @typedef {ringkv.v1.ListNodesResponse.$Properties} ringkv.v1.ListNodesResponse.$Shape
             */

            /**
             * Constructs a new ListNodesResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a ListNodesResponse.
             * @constructor
             * @param {ringkv.v1.ListNodesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListNodesResponse = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListNodesResponse nodes.
             * @member {Array.<ringkv.v1.NodeInfo.$Properties>} nodes
             * @memberof ringkv.v1.ListNodesResponse
             * @instance
             */
            ListNodesResponse.prototype.nodes = $util.emptyArray;

            /**
             * Encodes the specified ListNodesResponse message. Does not implicitly {@link ringkv.v1.ListNodesResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListNodesResponse
             * @static
             * @param {ringkv.v1.ListNodesResponse.$Properties} message ListNodesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListNodesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListNodesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListNodesResponse & ringkv.v1.ListNodesResponse.$Shape} ListNodesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListShardsRequest.
             * @typedef {Object} ringkv.v1.ListShardsRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListShardsRequest.
             * @memberof ringkv.v1
             * @interface IListShardsRequest
             * @augments ringkv.v1.ListShardsRequest.$Properties
             * @deprecated Use ringkv.v1.ListShardsRequest.$Properties instead.
             */

            /**
             * Shape of a ListShardsRequest.
             * @typedef {ringkv.v1.ListShardsRequest.$Properties} ringkv.v1.ListShardsRequest.$Shape
             */

            /**
             * Constructs a new ListShardsRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ListShardsRequest.
             * @constructor
             * @param {ringkv.v1.ListShardsRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListShardsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ListShardsRequest message. Does not implicitly {@link ringkv.v1.ListShardsRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListShardsRequest
             * @static
             * @param {ringkv.v1.ListShardsRequest.$Properties} message ListShardsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListShardsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListShardsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListShardsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListShardsRequest & ringkv.v1.ListShardsRequest.$Shape} ListShardsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ReplicaInfo.
             * @typedef {Object} ringkv.v1.ReplicaInfo.$Properties
             * @property {number|null} [replica] ReplicaInfo replica
             * @property {number|null} [node] ReplicaInfo node
             * @property {boolean|null} [learner] ReplicaInfo learner
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaInfo.
             * @memberof ringkv.v1
             * @interface IReplicaInfo
             * @augments ringkv.v1.ReplicaInfo.$Properties
             * @deprecated Use ringkv.v1.ReplicaInfo.$Properties instead.
             */

            /**
             * Shape of a ReplicaInfo.
             * @typedef {ringkv.v1.ReplicaInfo.$Properties} ringkv.v1.ReplicaInfo.$Shape
             */

            /**
             * Constructs a new ReplicaInfo.
             * @memberof ringkv.v1
             * @classdesc Represents a ReplicaInfo.
             * @constructor
             * @param {ringkv.v1.ReplicaInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaInfo replica.
             * @member {number} replica
             * @memberof ringkv.v1.ReplicaInfo
             * @instance
             */
            ReplicaInfo.prototype.replica = 0;

            /**
             * ReplicaInfo node.
             * @member {number} node
             * @memberof ringkv.v1.ReplicaInfo
             * @instance
             */
            ReplicaInfo.prototype.node = 0;

            /**
             * ReplicaInfo learner.
             * @member {boolean} learner
             * @memberof ringkv.v1.ReplicaInfo
             * @instance
             */
            ReplicaInfo.prototype.learner = false;

            /**
             * Encodes the specified ReplicaInfo message. Does not implicitly {@link ringkv.v1.ReplicaInfo.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ReplicaInfo
             * @static
             * @param {ringkv.v1.ReplicaInfo.$Properties} message ReplicaInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && message.replica !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.replica);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.learner != null && $Object.hasOwnProperty.call(message, "learner") && message.learner !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.learner);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaInfo message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ReplicaInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ReplicaInfo & ringkv.v1.ReplicaInfo.$Shape} ReplicaInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.replica = value;
                            else
                                delete message.replica;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.learner = value;
                            else
                                delete message.learner;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ShardInfo.
             * @typedef {Object} ringkv.v1.ShardInfo.$Properties
             * @property {number|null} [shard] ShardInfo shard
             * @property {number|null} [start] ShardInfo start
             * @property {number|null} [end] ShardInfo end
             * @property {number|null} [leader] ShardInfo leader
             * @property {number|null} [configEpoch] ShardInfo configEpoch
             * @property {number|null} [rangeEpoch] ShardInfo rangeEpoch
             * @property {Array.<ringkv.v1.ReplicaInfo.$Properties>|null} [replicas] ShardInfo replicas
             * @property {number|null} [appliedIndex] ShardInfo appliedIndex
             * @property {number|null} [approximateBytes] ShardInfo approximateBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ShardInfo.
             * @memberof ringkv.v1
             * @interface IShardInfo
             * @augments ringkv.v1.ShardInfo.$Properties
             * @deprecated Use ringkv.v1.ShardInfo.$Properties instead.
             */

            /**
             * Shape of a ShardInfo.
             * @typedef {ringkv.v1.ShardInfo.$Properties} ringkv.v1.ShardInfo.$Shape
             */

            /**
             * Constructs a new ShardInfo.
             * @memberof ringkv.v1
             * @classdesc Represents a ShardInfo.
             * @constructor
             * @param {ringkv.v1.ShardInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ShardInfo = function (properties) {
                this.replicas = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ShardInfo shard.
             * @member {number} shard
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.shard = 0;

            /**
             * ShardInfo start.
             * @member {number} start
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.start = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardInfo end.
             * @member {number} end
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.end = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardInfo leader.
             * @member {number} leader
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.leader = 0;

            /**
             * ShardInfo configEpoch.
             * @member {number} configEpoch
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.configEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardInfo rangeEpoch.
             * @member {number} rangeEpoch
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.rangeEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardInfo replicas.
             * @member {Array.<ringkv.v1.ReplicaInfo.$Properties>} replicas
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.replicas = $util.emptyArray;

            /**
             * ShardInfo appliedIndex.
             * @member {number} appliedIndex
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardInfo approximateBytes.
             * @member {number} approximateBytes
             * @memberof ringkv.v1.ShardInfo
             * @instance
             */
            ShardInfo.prototype.approximateBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ShardInfo message. Does not implicitly {@link ringkv.v1.ShardInfo.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ShardInfo
             * @static
             * @param {ringkv.v1.ShardInfo.$Properties} message ShardInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ShardInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && (typeof message.start === "object" ? message.start.low || message.start.high : message.start !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && (typeof message.end === "object" ? message.end.low || message.end.high : message.end !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.end);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leader);
                if (message.configEpoch != null && $Object.hasOwnProperty.call(message, "configEpoch") && (typeof message.configEpoch === "object" ? message.configEpoch.low || message.configEpoch.high : message.configEpoch !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.configEpoch);
                if (message.rangeEpoch != null && $Object.hasOwnProperty.call(message, "rangeEpoch") && (typeof message.rangeEpoch === "object" ? message.rangeEpoch.low || message.rangeEpoch.high : message.rangeEpoch !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.rangeEpoch);
                if (message.replicas != null && message.replicas.length)
                    for (let i = 0; i < message.replicas.length; ++i)
                        $root.ringkv.v1.ReplicaInfo.encode(message.replicas[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.appliedIndex);
                if (message.approximateBytes != null && $Object.hasOwnProperty.call(message, "approximateBytes") && (typeof message.approximateBytes === "object" ? message.approximateBytes.low || message.approximateBytes.high : message.approximateBytes !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.approximateBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ShardInfo message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ShardInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ShardInfo & ringkv.v1.ShardInfo.$Shape} ShardInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.configEpoch = value;
                            else
                                delete message.configEpoch;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeEpoch = value;
                            else
                                delete message.rangeEpoch;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.appliedIndex = value;
                            else
                                delete message.appliedIndex;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.approximateBytes = value;
                            else
                                delete message.approximateBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListShardsResponse.
             * @typedef {Object} ringkv.v1.ListShardsResponse.$Properties
             * @property {Array.<ringkv.v1.ShardInfo.$Properties>|null} [shards] ListShardsResponse shards
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListShardsResponse.
             * @memberof ringkv.v1
             * @interface IListShardsResponse
             * @augments ringkv.v1.ListShardsResponse.$Properties
             * @deprecated Use ringkv.v1.ListShardsResponse.$Properties instead.
             */

            /**
             * Shape of a ListShardsResponse.
             * @typedef {ringkv.v1.ListShardsResponse.$Properties} ringkv.v1.ListShardsResponse.$Shape
             */

            /**
             * Constructs a new ListShardsResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a ListShardsResponse.
             * @constructor
             * @param {ringkv.v1.ListShardsResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListShardsResponse = function (properties) {
                this.shards = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListShardsResponse shards.
             * @member {Array.<ringkv.v1.ShardInfo.$Properties>} shards
             * @memberof ringkv.v1.ListShardsResponse
             * @instance
             */
            ListShardsResponse.prototype.shards = $util.emptyArray;

            /**
             * Encodes the specified ListShardsResponse message. Does not implicitly {@link ringkv.v1.ListShardsResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListShardsResponse
             * @static
             * @param {ringkv.v1.ListShardsResponse.$Properties} message ListShardsResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListShardsResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListShardsResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListShardsResponse & ringkv.v1.ListShardsResponse.$Shape} ListShardsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.ListKeyspacesRequest = (function() {

            /**
             * Properties of a ListKeyspacesRequest.
             * @typedef {Object} ringkv.v1.ListKeyspacesRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListKeyspacesRequest.
             * @memberof ringkv.v1
             * @interface IListKeyspacesRequest
             * @augments ringkv.v1.ListKeyspacesRequest.$Properties
             * @deprecated Use ringkv.v1.ListKeyspacesRequest.$Properties instead.
             */

            /**
             * Shape of a ListKeyspacesRequest.
             * @typedef {ringkv.v1.ListKeyspacesRequest.$Properties} ringkv.v1.ListKeyspacesRequest.$Shape
             */

            /**
             * Constructs a new ListKeyspacesRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ListKeyspacesRequest.
             * @constructor
             * @param {ringkv.v1.ListKeyspacesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListKeyspacesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified ListKeyspacesRequest message. Does not implicitly {@link ringkv.v1.ListKeyspacesRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListKeyspacesRequest
             * @static
             * @param {ringkv.v1.ListKeyspacesRequest.$Properties} message ListKeyspacesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListKeyspacesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListKeyspacesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListKeyspacesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListKeyspacesRequest & ringkv.v1.ListKeyspacesRequest.$Shape} ListKeyspacesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a KeyspaceInfo.
             * @typedef {Object} ringkv.v1.KeyspaceInfo.$Properties
             * @property {number|null} [id] KeyspaceInfo id
             * @property {string|null} [name] KeyspaceInfo name
             * @property {ringkv.v1.PartitionRule.$Properties|null} [partition] KeyspaceInfo partition
             * @property {ringkv.v1.ConflictPolicy|null} [policy] KeyspaceInfo policy
             * @property {number|null} [retentionMs] KeyspaceInfo retentionMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KeyspaceInfo.
             * @memberof ringkv.v1
             * @interface IKeyspaceInfo
             * @augments ringkv.v1.KeyspaceInfo.$Properties
             * @deprecated Use ringkv.v1.KeyspaceInfo.$Properties instead.
             */

            /**
             * Shape of a KeyspaceInfo.
             * @typedef {ringkv.v1.KeyspaceInfo.$Properties} ringkv.v1.KeyspaceInfo.$Shape
             */

            /**
             * Constructs a new KeyspaceInfo.
             * @memberof ringkv.v1
             * @classdesc Represents a KeyspaceInfo.
             * @constructor
             * @param {ringkv.v1.KeyspaceInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KeyspaceInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KeyspaceInfo id.
             * @member {number} id
             * @memberof ringkv.v1.KeyspaceInfo
             * @instance
             */
            KeyspaceInfo.prototype.id = 0;

            /**
             * KeyspaceInfo name.
             * @member {string} name
             * @memberof ringkv.v1.KeyspaceInfo
             * @instance
             */
            KeyspaceInfo.prototype.name = "";

            /**
             * KeyspaceInfo partition.
             * @member {ringkv.v1.PartitionRule.$Properties|null|undefined} partition
             * @memberof ringkv.v1.KeyspaceInfo
             * @instance
             */
            KeyspaceInfo.prototype.partition = null;

            /**
             * KeyspaceInfo policy.
             * @member {ringkv.v1.ConflictPolicy} policy
             * @memberof ringkv.v1.KeyspaceInfo
             * @instance
             */
            KeyspaceInfo.prototype.policy = 0;

            /**
             * KeyspaceInfo retentionMs.
             * @member {number} retentionMs
             * @memberof ringkv.v1.KeyspaceInfo
             * @instance
             */
            KeyspaceInfo.prototype.retentionMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified KeyspaceInfo message. Does not implicitly {@link ringkv.v1.KeyspaceInfo.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.KeyspaceInfo
             * @static
             * @param {ringkv.v1.KeyspaceInfo.$Properties} message KeyspaceInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KeyspaceInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition"))
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.policy);
                if (message.retentionMs != null && $Object.hasOwnProperty.call(message, "retentionMs") && (typeof message.retentionMs === "object" ? message.retentionMs.low || message.retentionMs.high : message.retentionMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.retentionMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KeyspaceInfo message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.KeyspaceInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.KeyspaceInfo & ringkv.v1.KeyspaceInfo.$Shape} KeyspaceInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
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
                            if (value = reader.int32())
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retentionMs = value;
                            else
                                delete message.retentionMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListKeyspacesResponse.
             * @typedef {Object} ringkv.v1.ListKeyspacesResponse.$Properties
             * @property {Array.<ringkv.v1.KeyspaceInfo.$Properties>|null} [keyspaces] ListKeyspacesResponse keyspaces
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListKeyspacesResponse.
             * @memberof ringkv.v1
             * @interface IListKeyspacesResponse
             * @augments ringkv.v1.ListKeyspacesResponse.$Properties
             * @deprecated Use ringkv.v1.ListKeyspacesResponse.$Properties instead.
             */

            /**
             * Shape of a ListKeyspacesResponse.
             * @typedef {ringkv.v1.ListKeyspacesResponse.$Properties} ringkv.v1.ListKeyspacesResponse.$Shape
             */

            /**
             * Constructs a new ListKeyspacesResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a ListKeyspacesResponse.
             * @constructor
             * @param {ringkv.v1.ListKeyspacesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListKeyspacesResponse = function (properties) {
                this.keyspaces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListKeyspacesResponse keyspaces.
             * @member {Array.<ringkv.v1.KeyspaceInfo.$Properties>} keyspaces
             * @memberof ringkv.v1.ListKeyspacesResponse
             * @instance
             */
            ListKeyspacesResponse.prototype.keyspaces = $util.emptyArray;

            /**
             * Encodes the specified ListKeyspacesResponse message. Does not implicitly {@link ringkv.v1.ListKeyspacesResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListKeyspacesResponse
             * @static
             * @param {ringkv.v1.ListKeyspacesResponse.$Properties} message ListKeyspacesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListKeyspacesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListKeyspacesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListKeyspacesResponse & ringkv.v1.ListKeyspacesResponse.$Shape} ListKeyspacesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a CreateKeyspaceRequest.
             * @typedef {Object} ringkv.v1.CreateKeyspaceRequest.$Properties
             * @property {string|null} [name] CreateKeyspaceRequest name
             * @property {ringkv.v1.PartitionRule.$Properties|null} [partition] CreateKeyspaceRequest partition
             * @property {ringkv.v1.ConflictPolicy|null} [policy] CreateKeyspaceRequest policy
             * @property {number|null} [retentionMs] CreateKeyspaceRequest retentionMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CreateKeyspaceRequest.
             * @memberof ringkv.v1
             * @interface ICreateKeyspaceRequest
             * @augments ringkv.v1.CreateKeyspaceRequest.$Properties
             * @deprecated Use ringkv.v1.CreateKeyspaceRequest.$Properties instead.
             */

            /**
             * Shape of a CreateKeyspaceRequest.
             * @typedef {ringkv.v1.CreateKeyspaceRequest.$Properties} ringkv.v1.CreateKeyspaceRequest.$Shape
             */

            /**
             * Constructs a new CreateKeyspaceRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a CreateKeyspaceRequest.
             * @constructor
             * @param {ringkv.v1.CreateKeyspaceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CreateKeyspaceRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CreateKeyspaceRequest name.
             * @member {string} name
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.name = "";

            /**
             * CreateKeyspaceRequest partition.
             * @member {ringkv.v1.PartitionRule.$Properties|null|undefined} partition
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.partition = null;

            /**
             * CreateKeyspaceRequest policy.
             * @member {ringkv.v1.ConflictPolicy} policy
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.policy = 0;

            /**
             * CreateKeyspaceRequest retentionMs.
             * @member {number} retentionMs
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.retentionMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified CreateKeyspaceRequest message. Does not implicitly {@link ringkv.v1.CreateKeyspaceRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @static
             * @param {ringkv.v1.CreateKeyspaceRequest.$Properties} message CreateKeyspaceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CreateKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition"))
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.policy);
                if (message.retentionMs != null && $Object.hasOwnProperty.call(message, "retentionMs") && (typeof message.retentionMs === "object" ? message.retentionMs.low || message.retentionMs.high : message.retentionMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.retentionMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CreateKeyspaceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.CreateKeyspaceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.CreateKeyspaceRequest & ringkv.v1.CreateKeyspaceRequest.$Shape} CreateKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
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
                            if (value = reader.int32())
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retentionMs = value;
                            else
                                delete message.retentionMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.Kv = (function() {

            /**
             * Constructs a new Kv service.
             * @memberof ringkv.v1
             * @classdesc Represents a Kv
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const Kv = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(Kv.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Kv, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link ringkv.v1.Kv#session}.
             * @memberof ringkv.v1.Kv
             * @typedef SessionCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ServerFrame} [response] ServerFrame
             */

            /**
             * Calls Session.
             * @memberof ringkv.v1.Kv
             * @typedef Session
             * @type {{
             *   (request: ringkv.v1.IClientFrame, callback: ringkv.v1.Kv.SessionCallback): void;
             *   (request: ringkv.v1.IClientFrame): Promise<ringkv.v1.ServerFrame>;
             *   readonly name: "Session";
             *   readonly path: "/ringkv.v1.Kv/Session";
             *   readonly requestType: "ClientFrame";
             *   readonly responseType: "ServerFrame";
             *   readonly requestStream: true;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Session.
             * @name ringkv.v1.Kv#session
             * @type {ringkv.v1.Kv.Session}
             */
            $Object.defineProperties(Kv.prototype.session = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.session, $root.ringkv.v1.ClientFrame, $root.ringkv.v1.ServerFrame, request, callback);
            }, {
                name: { value: "Session" },
                path: { value: "/ringkv.v1.Kv/Session" },
                requestType: { value: "ClientFrame" },
                responseType: { value: "ServerFrame" },
                requestStream: { value: true },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#get}.
             * @memberof ringkv.v1.Kv
             * @typedef GetCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.GetResponse} [response] GetResponse
             */

            /**
             * Calls Get.
             * @memberof ringkv.v1.Kv
             * @typedef Get
             * @type {{
             *   (request: ringkv.v1.IGetRequest, callback: ringkv.v1.Kv.GetCallback): void;
             *   (request: ringkv.v1.IGetRequest): Promise<ringkv.v1.GetResponse>;
             *   readonly name: "Get";
             *   readonly path: "/ringkv.v1.Kv/Get";
             *   readonly requestType: "GetRequest";
             *   readonly responseType: "GetResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Get.
             * @name ringkv.v1.Kv#get
             * @type {ringkv.v1.Kv.Get}
             */
            $Object.defineProperties(Kv.prototype.get = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.get, $root.ringkv.v1.GetRequest, $root.ringkv.v1.GetResponse, request, callback);
            }, {
                name: { value: "Get" },
                path: { value: "/ringkv.v1.Kv/Get" },
                requestType: { value: "GetRequest" },
                responseType: { value: "GetResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#batchGet}.
             * @memberof ringkv.v1.Kv
             * @typedef BatchGetCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.BatchGetResponse} [response] BatchGetResponse
             */

            /**
             * Calls BatchGet.
             * @memberof ringkv.v1.Kv
             * @typedef BatchGet
             * @type {{
             *   (request: ringkv.v1.IBatchGetRequest, callback: ringkv.v1.Kv.BatchGetCallback): void;
             *   (request: ringkv.v1.IBatchGetRequest): Promise<ringkv.v1.BatchGetResponse>;
             *   readonly name: "BatchGet";
             *   readonly path: "/ringkv.v1.Kv/BatchGet";
             *   readonly requestType: "BatchGetRequest";
             *   readonly responseType: "BatchGetResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls BatchGet.
             * @name ringkv.v1.Kv#batchGet
             * @type {ringkv.v1.Kv.BatchGet}
             */
            $Object.defineProperties(Kv.prototype.batchGet = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.batchGet, $root.ringkv.v1.BatchGetRequest, $root.ringkv.v1.BatchGetResponse, request, callback);
            }, {
                name: { value: "BatchGet" },
                path: { value: "/ringkv.v1.Kv/BatchGet" },
                requestType: { value: "BatchGetRequest" },
                responseType: { value: "BatchGetResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#scanPage}.
             * @memberof ringkv.v1.Kv
             * @typedef ScanPageCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ScanResponse} [response] ScanResponse
             */

            /**
             * Calls ScanPage.
             * @memberof ringkv.v1.Kv
             * @typedef ScanPage
             * @type {{
             *   (request: ringkv.v1.IScanRequest, callback: ringkv.v1.Kv.ScanPageCallback): void;
             *   (request: ringkv.v1.IScanRequest): Promise<ringkv.v1.ScanResponse>;
             *   readonly name: "ScanPage";
             *   readonly path: "/ringkv.v1.Kv/ScanPage";
             *   readonly requestType: "ScanRequest";
             *   readonly responseType: "ScanResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ScanPage.
             * @name ringkv.v1.Kv#scanPage
             * @type {ringkv.v1.Kv.ScanPage}
             */
            $Object.defineProperties(Kv.prototype.scanPage = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.scanPage, $root.ringkv.v1.ScanRequest, $root.ringkv.v1.ScanResponse, request, callback);
            }, {
                name: { value: "ScanPage" },
                path: { value: "/ringkv.v1.Kv/ScanPage" },
                requestType: { value: "ScanRequest" },
                responseType: { value: "ScanResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#scan}.
             * @memberof ringkv.v1.Kv
             * @typedef ScanCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ScanResponse} [response] ScanResponse
             */

            /**
             * Calls Scan.
             * @memberof ringkv.v1.Kv
             * @typedef Scan
             * @type {{
             *   (request: ringkv.v1.IScanRequest, callback: ringkv.v1.Kv.ScanCallback): void;
             *   (request: ringkv.v1.IScanRequest): Promise<ringkv.v1.ScanResponse>;
             *   readonly name: "Scan";
             *   readonly path: "/ringkv.v1.Kv/Scan";
             *   readonly requestType: "ScanRequest";
             *   readonly responseType: "ScanResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Scan.
             * @name ringkv.v1.Kv#scan
             * @type {ringkv.v1.Kv.Scan}
             */
            $Object.defineProperties(Kv.prototype.scan = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.scan, $root.ringkv.v1.ScanRequest, $root.ringkv.v1.ScanResponse, request, callback);
            }, {
                name: { value: "Scan" },
                path: { value: "/ringkv.v1.Kv/Scan" },
                requestType: { value: "ScanRequest" },
                responseType: { value: "ScanResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#put}.
             * @memberof ringkv.v1.Kv
             * @typedef PutCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls Put.
             * @memberof ringkv.v1.Kv
             * @typedef Put
             * @type {{
             *   (request: ringkv.v1.IPutRequest, callback: ringkv.v1.Kv.PutCallback): void;
             *   (request: ringkv.v1.IPutRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "Put";
             *   readonly path: "/ringkv.v1.Kv/Put";
             *   readonly requestType: "PutRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Put.
             * @name ringkv.v1.Kv#put
             * @type {ringkv.v1.Kv.Put}
             */
            $Object.defineProperties(Kv.prototype.put = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.put, $root.ringkv.v1.PutRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "Put" },
                path: { value: "/ringkv.v1.Kv/Put" },
                requestType: { value: "PutRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#delete_}.
             * @memberof ringkv.v1.Kv
             * @typedef DeleteCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls Delete.
             * @memberof ringkv.v1.Kv
             * @typedef Delete
             * @type {{
             *   (request: ringkv.v1.IDeleteRequest, callback: ringkv.v1.Kv.DeleteCallback): void;
             *   (request: ringkv.v1.IDeleteRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "Delete";
             *   readonly path: "/ringkv.v1.Kv/Delete";
             *   readonly requestType: "DeleteRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Delete.
             * @name ringkv.v1.Kv#delete
             * @type {ringkv.v1.Kv.Delete}
             */
            $Object.defineProperties(Kv.prototype["delete"] = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype["delete"], $root.ringkv.v1.DeleteRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "Delete" },
                path: { value: "/ringkv.v1.Kv/Delete" },
                requestType: { value: "DeleteRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#increment}.
             * @memberof ringkv.v1.Kv
             * @typedef IncrementCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls Increment.
             * @memberof ringkv.v1.Kv
             * @typedef Increment
             * @type {{
             *   (request: ringkv.v1.IIncrementRequest, callback: ringkv.v1.Kv.IncrementCallback): void;
             *   (request: ringkv.v1.IIncrementRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "Increment";
             *   readonly path: "/ringkv.v1.Kv/Increment";
             *   readonly requestType: "IncrementRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Increment.
             * @name ringkv.v1.Kv#increment
             * @type {ringkv.v1.Kv.Increment}
             */
            $Object.defineProperties(Kv.prototype.increment = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.increment, $root.ringkv.v1.IncrementRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "Increment" },
                path: { value: "/ringkv.v1.Kv/Increment" },
                requestType: { value: "IncrementRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#listAppend}.
             * @memberof ringkv.v1.Kv
             * @typedef ListAppendCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls ListAppend.
             * @memberof ringkv.v1.Kv
             * @typedef ListAppend
             * @type {{
             *   (request: ringkv.v1.IListRequest, callback: ringkv.v1.Kv.ListAppendCallback): void;
             *   (request: ringkv.v1.IListRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "ListAppend";
             *   readonly path: "/ringkv.v1.Kv/ListAppend";
             *   readonly requestType: "ListRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListAppend.
             * @name ringkv.v1.Kv#listAppend
             * @type {ringkv.v1.Kv.ListAppend}
             */
            $Object.defineProperties(Kv.prototype.listAppend = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.listAppend, $root.ringkv.v1.ListRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "ListAppend" },
                path: { value: "/ringkv.v1.Kv/ListAppend" },
                requestType: { value: "ListRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#listPrepend}.
             * @memberof ringkv.v1.Kv
             * @typedef ListPrependCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls ListPrepend.
             * @memberof ringkv.v1.Kv
             * @typedef ListPrepend
             * @type {{
             *   (request: ringkv.v1.IListRequest, callback: ringkv.v1.Kv.ListPrependCallback): void;
             *   (request: ringkv.v1.IListRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "ListPrepend";
             *   readonly path: "/ringkv.v1.Kv/ListPrepend";
             *   readonly requestType: "ListRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListPrepend.
             * @name ringkv.v1.Kv#listPrepend
             * @type {ringkv.v1.Kv.ListPrepend}
             */
            $Object.defineProperties(Kv.prototype.listPrepend = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.listPrepend, $root.ringkv.v1.ListRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "ListPrepend" },
                path: { value: "/ringkv.v1.Kv/ListPrepend" },
                requestType: { value: "ListRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#listRemove}.
             * @memberof ringkv.v1.Kv
             * @typedef ListRemoveCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.WriteResponse} [response] WriteResponse
             */

            /**
             * Calls ListRemove.
             * @memberof ringkv.v1.Kv
             * @typedef ListRemove
             * @type {{
             *   (request: ringkv.v1.IListRequest, callback: ringkv.v1.Kv.ListRemoveCallback): void;
             *   (request: ringkv.v1.IListRequest): Promise<ringkv.v1.WriteResponse>;
             *   readonly name: "ListRemove";
             *   readonly path: "/ringkv.v1.Kv/ListRemove";
             *   readonly requestType: "ListRequest";
             *   readonly responseType: "WriteResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListRemove.
             * @name ringkv.v1.Kv#listRemove
             * @type {ringkv.v1.Kv.ListRemove}
             */
            $Object.defineProperties(Kv.prototype.listRemove = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.listRemove, $root.ringkv.v1.ListRequest, $root.ringkv.v1.WriteResponse, request, callback);
            }, {
                name: { value: "ListRemove" },
                path: { value: "/ringkv.v1.Kv/ListRemove" },
                requestType: { value: "ListRequest" },
                responseType: { value: "WriteResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#batchPut}.
             * @memberof ringkv.v1.Kv
             * @typedef BatchPutCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.BatchPutResponse} [response] BatchPutResponse
             */

            /**
             * Calls BatchPut.
             * @memberof ringkv.v1.Kv
             * @typedef BatchPut
             * @type {{
             *   (request: ringkv.v1.IBatchPutRequest, callback: ringkv.v1.Kv.BatchPutCallback): void;
             *   (request: ringkv.v1.IBatchPutRequest): Promise<ringkv.v1.BatchPutResponse>;
             *   readonly name: "BatchPut";
             *   readonly path: "/ringkv.v1.Kv/BatchPut";
             *   readonly requestType: "BatchPutRequest";
             *   readonly responseType: "BatchPutResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls BatchPut.
             * @name ringkv.v1.Kv#batchPut
             * @type {ringkv.v1.Kv.BatchPut}
             */
            $Object.defineProperties(Kv.prototype.batchPut = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.batchPut, $root.ringkv.v1.BatchPutRequest, $root.ringkv.v1.BatchPutResponse, request, callback);
            }, {
                name: { value: "BatchPut" },
                path: { value: "/ringkv.v1.Kv/BatchPut" },
                requestType: { value: "BatchPutRequest" },
                responseType: { value: "BatchPutResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#transact}.
             * @memberof ringkv.v1.Kv
             * @typedef TransactCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.TransactResponse} [response] TransactResponse
             */

            /**
             * Calls Transact.
             * @memberof ringkv.v1.Kv
             * @typedef Transact
             * @type {{
             *   (request: ringkv.v1.ITransactRequest, callback: ringkv.v1.Kv.TransactCallback): void;
             *   (request: ringkv.v1.ITransactRequest): Promise<ringkv.v1.TransactResponse>;
             *   readonly name: "Transact";
             *   readonly path: "/ringkv.v1.Kv/Transact";
             *   readonly requestType: "TransactRequest";
             *   readonly responseType: "TransactResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Transact.
             * @name ringkv.v1.Kv#transact
             * @type {ringkv.v1.Kv.Transact}
             */
            $Object.defineProperties(Kv.prototype.transact = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.transact, $root.ringkv.v1.TransactRequest, $root.ringkv.v1.TransactResponse, request, callback);
            }, {
                name: { value: "Transact" },
                path: { value: "/ringkv.v1.Kv/Transact" },
                requestType: { value: "TransactRequest" },
                responseType: { value: "TransactResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#begin}.
             * @memberof ringkv.v1.Kv
             * @typedef BeginCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.BeginResponse} [response] BeginResponse
             */

            /**
             * Calls Begin.
             * @memberof ringkv.v1.Kv
             * @typedef Begin
             * @type {{
             *   (request: ringkv.v1.IBeginRequest, callback: ringkv.v1.Kv.BeginCallback): void;
             *   (request: ringkv.v1.IBeginRequest): Promise<ringkv.v1.BeginResponse>;
             *   readonly name: "Begin";
             *   readonly path: "/ringkv.v1.Kv/Begin";
             *   readonly requestType: "BeginRequest";
             *   readonly responseType: "BeginResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Begin.
             * @name ringkv.v1.Kv#begin
             * @type {ringkv.v1.Kv.Begin}
             */
            $Object.defineProperties(Kv.prototype.begin = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.begin, $root.ringkv.v1.BeginRequest, $root.ringkv.v1.BeginResponse, request, callback);
            }, {
                name: { value: "Begin" },
                path: { value: "/ringkv.v1.Kv/Begin" },
                requestType: { value: "BeginRequest" },
                responseType: { value: "BeginResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#commit}.
             * @memberof ringkv.v1.Kv
             * @typedef CommitCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.TransactResponse} [response] TransactResponse
             */

            /**
             * Calls Commit.
             * @memberof ringkv.v1.Kv
             * @typedef Commit
             * @type {{
             *   (request: ringkv.v1.ICommitRequest, callback: ringkv.v1.Kv.CommitCallback): void;
             *   (request: ringkv.v1.ICommitRequest): Promise<ringkv.v1.TransactResponse>;
             *   readonly name: "Commit";
             *   readonly path: "/ringkv.v1.Kv/Commit";
             *   readonly requestType: "CommitRequest";
             *   readonly responseType: "TransactResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Commit.
             * @name ringkv.v1.Kv#commit
             * @type {ringkv.v1.Kv.Commit}
             */
            $Object.defineProperties(Kv.prototype.commit = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.commit, $root.ringkv.v1.CommitRequest, $root.ringkv.v1.TransactResponse, request, callback);
            }, {
                name: { value: "Commit" },
                path: { value: "/ringkv.v1.Kv/Commit" },
                requestType: { value: "CommitRequest" },
                responseType: { value: "TransactResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Kv#resolve}.
             * @memberof ringkv.v1.Kv
             * @typedef ResolveCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ResolveResponse} [response] ResolveResponse
             */

            /**
             * Calls Resolve.
             * @memberof ringkv.v1.Kv
             * @typedef Resolve
             * @type {{
             *   (request: ringkv.v1.IResolveRequest, callback: ringkv.v1.Kv.ResolveCallback): void;
             *   (request: ringkv.v1.IResolveRequest): Promise<ringkv.v1.ResolveResponse>;
             *   readonly name: "Resolve";
             *   readonly path: "/ringkv.v1.Kv/Resolve";
             *   readonly requestType: "ResolveRequest";
             *   readonly responseType: "ResolveResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Resolve.
             * @name ringkv.v1.Kv#resolve
             * @type {ringkv.v1.Kv.Resolve}
             */
            $Object.defineProperties(Kv.prototype.resolve = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Kv.prototype.resolve, $root.ringkv.v1.ResolveRequest, $root.ringkv.v1.ResolveResponse, request, callback);
            }, {
                name: { value: "Resolve" },
                path: { value: "/ringkv.v1.Kv/Resolve" },
                requestType: { value: "ResolveRequest" },
                responseType: { value: "ResolveResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            return Kv;
        })();

        v1.Scalar = (function() {

            /**
             * Properties of a Scalar.
             * @typedef {Object} ringkv.v1.Scalar.$Properties
             * @property {number|null} [int] Scalar int
             * @property {string|null} [string] Scalar string
             * @property {Uint8Array|null} [bytes] Scalar bytes
             * @property {"int"|"string"|"bytes"} [kind] Scalar kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Scalar.
             * @memberof ringkv.v1
             * @interface IScalar
             * @augments ringkv.v1.Scalar.$Properties
             * @deprecated Use ringkv.v1.Scalar.$Properties instead.
             */

            /**
             * Narrowed shape of a Scalar.
             * @typedef {{
             *   int?: number|null;
             *   string?: string|null;
             *   bytes?: Uint8Array|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ kind?: undefined; int?: null; string?: null; bytes?: null }|{ kind?: "int"; int: number; string?: null; bytes?: null }|{ kind?: "string"; int?: null; string: string; bytes?: null }|{ kind?: "bytes"; int?: null; string?: null; bytes: Uint8Array })
             * )} ringkv.v1.Scalar.$Shape
             */

            /**
             * Constructs a new Scalar.
             * @memberof ringkv.v1
             * @classdesc Represents a Scalar.
             * @constructor
             * @param {ringkv.v1.Scalar.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Scalar = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Scalar int.
             * @member {number|null|undefined} int
             * @memberof ringkv.v1.Scalar
             * @instance
             */
            Scalar.prototype.int = null;

            /**
             * Scalar string.
             * @member {string|null|undefined} string
             * @memberof ringkv.v1.Scalar
             * @instance
             */
            Scalar.prototype.string = null;

            /**
             * Scalar bytes.
             * @member {Uint8Array|null|undefined} bytes
             * @memberof ringkv.v1.Scalar
             * @instance
             */
            Scalar.prototype.bytes = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Scalar kind.
             * @member {"int"|"string"|"bytes"|undefined} kind
             * @memberof ringkv.v1.Scalar
             * @instance
             */
            $Object.defineProperty(Scalar.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["int", "string", "bytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Scalar message. Does not implicitly {@link ringkv.v1.Scalar.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Scalar
             * @static
             * @param {ringkv.v1.Scalar.$Properties} message Scalar message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Scalar.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.int != null && $Object.hasOwnProperty.call(message, "int"))
                    writer.uint32(/* id 1, wireType 0 =*/8).sint64(message.int);
                if (message.string != null && $Object.hasOwnProperty.call(message, "string"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.string);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Scalar message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Scalar
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Scalar & ringkv.v1.Scalar.$Shape} Scalar
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            message.kind = "int";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.string = reader.stringVerify();
                            message.kind = "string";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bytes = reader.bytes();
                            message.kind = "bytes";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a List.
             * @typedef {Object} ringkv.v1.List.$Properties
             * @property {Array.<ringkv.v1.Scalar.$Properties>|null} [elements] List elements
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a List.
             * @memberof ringkv.v1
             * @interface IList
             * @augments ringkv.v1.List.$Properties
             * @deprecated Use ringkv.v1.List.$Properties instead.
             */

            /**
             * Shape of a List.
             * @typedef {{
             *   elements?: Array.<ringkv.v1.Scalar.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.List.$Shape
             */

            /**
             * Constructs a new List.
             * @memberof ringkv.v1
             * @classdesc Represents a List.
             * @constructor
             * @param {ringkv.v1.List.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const List = function (properties) {
                this.elements = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * List elements.
             * @member {Array.<ringkv.v1.Scalar.$Properties>} elements
             * @memberof ringkv.v1.List
             * @instance
             */
            List.prototype.elements = $util.emptyArray;

            /**
             * Encodes the specified List message. Does not implicitly {@link ringkv.v1.List.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.List
             * @static
             * @param {ringkv.v1.List.$Properties} message List message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a List message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.List
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.List & ringkv.v1.List.$Shape} List
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Value.
             * @typedef {Object} ringkv.v1.Value.$Properties
             * @property {number|null} [int] Value int
             * @property {string|null} [string] Value string
             * @property {Uint8Array|null} [bytes] Value bytes
             * @property {ringkv.v1.List.$Properties|null} [list] Value list
             * @property {"int"|"string"|"bytes"|"list"} [kind] Value kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Value.
             * @memberof ringkv.v1
             * @interface IValue
             * @augments ringkv.v1.Value.$Properties
             * @deprecated Use ringkv.v1.Value.$Properties instead.
             */

            /**
             * Narrowed shape of a Value.
             * @typedef {{
             *   int?: number|null;
             *   string?: string|null;
             *   bytes?: Uint8Array|null;
             *   list?: ringkv.v1.List.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ kind?: undefined; int?: null; string?: null; bytes?: null; list?: null }|{ kind?: "int"; int: number; string?: null; bytes?: null; list?: null }|{ kind?: "string"; int?: null; string: string; bytes?: null; list?: null }|{ kind?: "bytes"; int?: null; string?: null; bytes: Uint8Array; list?: null }|{ kind?: "list"; int?: null; string?: null; bytes?: null; list: ringkv.v1.List.$Shape })
             * )} ringkv.v1.Value.$Shape
             */

            /**
             * Constructs a new Value.
             * @memberof ringkv.v1
             * @classdesc Represents a Value.
             * @constructor
             * @param {ringkv.v1.Value.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Value = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Value int.
             * @member {number|null|undefined} int
             * @memberof ringkv.v1.Value
             * @instance
             */
            Value.prototype.int = null;

            /**
             * Value string.
             * @member {string|null|undefined} string
             * @memberof ringkv.v1.Value
             * @instance
             */
            Value.prototype.string = null;

            /**
             * Value bytes.
             * @member {Uint8Array|null|undefined} bytes
             * @memberof ringkv.v1.Value
             * @instance
             */
            Value.prototype.bytes = null;

            /**
             * Value list.
             * @member {ringkv.v1.List.$Properties|null|undefined} list
             * @memberof ringkv.v1.Value
             * @instance
             */
            Value.prototype.list = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Value kind.
             * @member {"int"|"string"|"bytes"|"list"|undefined} kind
             * @memberof ringkv.v1.Value
             * @instance
             */
            $Object.defineProperty(Value.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["int", "string", "bytes", "list"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Value message. Does not implicitly {@link ringkv.v1.Value.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Value
             * @static
             * @param {ringkv.v1.Value.$Properties} message Value message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.int != null && $Object.hasOwnProperty.call(message, "int"))
                    writer.uint32(/* id 1, wireType 0 =*/8).sint64(message.int);
                if (message.string != null && $Object.hasOwnProperty.call(message, "string"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.string);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.bytes);
                if (message.list != null && $Object.hasOwnProperty.call(message, "list"))
                    $root.ringkv.v1.List.encode(message.list, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Value
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Value & ringkv.v1.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            message.kind = "int";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.string = reader.stringVerify();
                            message.kind = "string";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bytes = reader.bytes();
                            message.kind = "bytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.list = $root.ringkv.v1.List.decode(reader, reader.size(), $undefined, _depth + 1, message.list);
                            message.kind = "list";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of an OperationId.
             * @typedef {Object} ringkv.v1.OperationId.$Properties
             * @property {Uint8Array|null} [client] OperationId client
             * @property {number|null} [sequence] OperationId sequence
             * @property {number|null} [expiry] OperationId expiry
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OperationId.
             * @memberof ringkv.v1
             * @interface IOperationId
             * @augments ringkv.v1.OperationId.$Properties
             * @deprecated Use ringkv.v1.OperationId.$Properties instead.
             */

            /**
             * Shape of an OperationId.
             * @typedef {ringkv.v1.OperationId.$Properties} ringkv.v1.OperationId.$Shape
             */

            /**
             * Constructs a new OperationId.
             * @memberof ringkv.v1
             * @classdesc Represents an OperationId.
             * @constructor
             * @param {ringkv.v1.OperationId.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OperationId = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OperationId client.
             * @member {Uint8Array} client
             * @memberof ringkv.v1.OperationId
             * @instance
             */
            OperationId.prototype.client = $util.newBuffer([]);

            /**
             * OperationId sequence.
             * @member {number} sequence
             * @memberof ringkv.v1.OperationId
             * @instance
             */
            OperationId.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * OperationId expiry.
             * @member {number} expiry
             * @memberof ringkv.v1.OperationId
             * @instance
             */
            OperationId.prototype.expiry = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified OperationId message. Does not implicitly {@link ringkv.v1.OperationId.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.OperationId
             * @static
             * @param {ringkv.v1.OperationId.$Properties} message OperationId message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OperationId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.client);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.expiry != null && $Object.hasOwnProperty.call(message, "expiry") && (typeof message.expiry === "object" ? message.expiry.low || message.expiry.high : message.expiry !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expiry);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OperationId message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.OperationId
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.OperationId & ringkv.v1.OperationId.$Shape} OperationId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.client = value;
                            else
                                delete message.client;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiry = value;
                            else
                                delete message.expiry;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a WriteHeader.
             * @typedef {Object} ringkv.v1.WriteHeader.$Properties
             * @property {ringkv.v1.OperationId.$Properties|null} [id] WriteHeader id
             * @property {number|null} [lowWater] WriteHeader lowWater
             * @property {boolean|null} [resent] WriteHeader resent
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteHeader.
             * @memberof ringkv.v1
             * @interface IWriteHeader
             * @augments ringkv.v1.WriteHeader.$Properties
             * @deprecated Use ringkv.v1.WriteHeader.$Properties instead.
             */

            /**
             * Shape of a WriteHeader.
             * @typedef {ringkv.v1.WriteHeader.$Properties} ringkv.v1.WriteHeader.$Shape
             */

            /**
             * Constructs a new WriteHeader.
             * @memberof ringkv.v1
             * @classdesc Represents a WriteHeader.
             * @constructor
             * @param {ringkv.v1.WriteHeader.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteHeader = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteHeader id.
             * @member {ringkv.v1.OperationId.$Properties|null|undefined} id
             * @memberof ringkv.v1.WriteHeader
             * @instance
             */
            WriteHeader.prototype.id = null;

            /**
             * WriteHeader lowWater.
             * @member {number} lowWater
             * @memberof ringkv.v1.WriteHeader
             * @instance
             */
            WriteHeader.prototype.lowWater = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WriteHeader resent.
             * @member {boolean} resent
             * @memberof ringkv.v1.WriteHeader
             * @instance
             */
            WriteHeader.prototype.resent = false;

            /**
             * Encodes the specified WriteHeader message. Does not implicitly {@link ringkv.v1.WriteHeader.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.WriteHeader
             * @static
             * @param {ringkv.v1.WriteHeader.$Properties} message WriteHeader message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteHeader.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.lowWater != null && $Object.hasOwnProperty.call(message, "lowWater") && (typeof message.lowWater === "object" ? message.lowWater.low || message.lowWater.high : message.lowWater !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lowWater);
                if (message.resent != null && $Object.hasOwnProperty.call(message, "resent") && message.resent !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.resent);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteHeader message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.WriteHeader
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.WriteHeader & ringkv.v1.WriteHeader.$Shape} WriteHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lowWater = value;
                            else
                                delete message.lowWater;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.resent = value;
                            else
                                delete message.resent;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        /**
         * ConflictPolicy enum.
         * @name ringkv.v1.ConflictPolicy
         * @enum {number}
         * @property {number} CONFLICT_POLICY_UNSPECIFIED=0 CONFLICT_POLICY_UNSPECIFIED value
         * @property {number} CONFLICT_POLICY_AUTO=1 CONFLICT_POLICY_AUTO value
         * @property {number} CONFLICT_POLICY_LWW=2 CONFLICT_POLICY_LWW value
         * @property {number} CONFLICT_POLICY_ABORT=3 CONFLICT_POLICY_ABORT value
         * @property {number} CONFLICT_POLICY_TEXT=4 CONFLICT_POLICY_TEXT value
         */
        v1.ConflictPolicy = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CONFLICT_POLICY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CONFLICT_POLICY_AUTO"] = 1;
            values[valuesById[2] = "CONFLICT_POLICY_LWW"] = 2;
            values[valuesById[3] = "CONFLICT_POLICY_ABORT"] = 3;
            values[valuesById[4] = "CONFLICT_POLICY_TEXT"] = 4;
            return values;
        })();

        v1.GetRequest = (function() {

            /**
             * Properties of a GetRequest.
             * @typedef {Object} ringkv.v1.GetRequest.$Properties
             * @property {string|null} [keyspace] GetRequest keyspace
             * @property {Uint8Array|null} [key] GetRequest key
             * @property {number|null} [at] GetRequest at
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetRequest.
             * @memberof ringkv.v1
             * @interface IGetRequest
             * @augments ringkv.v1.GetRequest.$Properties
             * @deprecated Use ringkv.v1.GetRequest.$Properties instead.
             */

            /**
             * Shape of a GetRequest.
             * @typedef {ringkv.v1.GetRequest.$Properties} ringkv.v1.GetRequest.$Shape
             */

            /**
             * Constructs a new GetRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a GetRequest.
             * @constructor
             * @param {ringkv.v1.GetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.keyspace = "";

            /**
             * GetRequest key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.key = $util.newBuffer([]);

            /**
             * GetRequest at.
             * @member {number} at
             * @memberof ringkv.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link ringkv.v1.GetRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.GetRequest
             * @static
             * @param {ringkv.v1.GetRequest.$Properties} message GetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.at);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.GetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.GetRequest & ringkv.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Row.
             * @typedef {Object} ringkv.v1.Row.$Properties
             * @property {Uint8Array|null} [key] Row key
             * @property {number|null} [timestamp] Row timestamp
             * @property {ringkv.v1.Value.$Properties|null} [value] Row value
             * @property {number|null} [expiry] Row expiry
             * @property {string|null} [author] Row author
             * @property {Uint8Array|null} [context] Row context
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Row.
             * @memberof ringkv.v1
             * @interface IRow
             * @augments ringkv.v1.Row.$Properties
             * @deprecated Use ringkv.v1.Row.$Properties instead.
             */

            /**
             * Shape of a Row.
             * @typedef {{
             *   key?: Uint8Array|null;
             *   timestamp?: number|null;
             *   value?: ringkv.v1.Value.$Shape|null;
             *   expiry?: number|null;
             *   author?: string|null;
             *   context?: Uint8Array|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.Row.$Shape
             */

            /**
             * Constructs a new Row.
             * @memberof ringkv.v1
             * @classdesc Represents a Row.
             * @constructor
             * @param {ringkv.v1.Row.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Row = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Row key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.key = $util.newBuffer([]);

            /**
             * Row timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Row value.
             * @member {ringkv.v1.Value.$Properties|null|undefined} value
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.value = null;

            /**
             * Row expiry.
             * @member {number} expiry
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.expiry = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Row author.
             * @member {string} author
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.author = "";

            /**
             * Row context.
             * @member {Uint8Array} context
             * @memberof ringkv.v1.Row
             * @instance
             */
            Row.prototype.context = $util.newBuffer([]);

            /**
             * Encodes the specified Row message. Does not implicitly {@link ringkv.v1.Row.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Row
             * @static
             * @param {ringkv.v1.Row.$Properties} message Row message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Row.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.expiry != null && $Object.hasOwnProperty.call(message, "expiry") && (typeof message.expiry === "object" ? message.expiry.low || message.expiry.high : message.expiry !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expiry);
                if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.author);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.context);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Row message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Row
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Row & ringkv.v1.Row.$Shape} Row
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiry = value;
                            else
                                delete message.expiry;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.author = value;
                            else
                                delete message.author;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a GetResponse.
             * @typedef {Object} ringkv.v1.GetResponse.$Properties
             * @property {ringkv.v1.Row.$Properties|null} [row] GetResponse row
             * @property {number|null} [readAt] GetResponse readAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetResponse.
             * @memberof ringkv.v1
             * @interface IGetResponse
             * @augments ringkv.v1.GetResponse.$Properties
             * @deprecated Use ringkv.v1.GetResponse.$Properties instead.
             */

            /**
             * Shape of a GetResponse.
             * @typedef {{
             *   row?: ringkv.v1.Row.$Shape|null;
             *   readAt?: number|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.GetResponse.$Shape
             */

            /**
             * Constructs a new GetResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a GetResponse.
             * @constructor
             * @param {ringkv.v1.GetResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetResponse row.
             * @member {ringkv.v1.Row.$Properties|null|undefined} row
             * @memberof ringkv.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.row = null;

            /**
             * GetResponse readAt.
             * @member {number} readAt
             * @memberof ringkv.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.readAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link ringkv.v1.GetResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.GetResponse
             * @static
             * @param {ringkv.v1.GetResponse.$Properties} message GetResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.row != null && $Object.hasOwnProperty.call(message, "row"))
                    $root.ringkv.v1.Row.encode(message.row, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt") && (typeof message.readAt === "object" ? message.readAt.low || message.readAt.high : message.readAt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.GetResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.GetResponse & ringkv.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readAt = value;
                            else
                                delete message.readAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BatchGetRequest.
             * @typedef {Object} ringkv.v1.BatchGetRequest.$Properties
             * @property {string|null} [keyspace] BatchGetRequest keyspace
             * @property {Array.<Uint8Array>|null} [keys] BatchGetRequest keys
             * @property {number|null} [at] BatchGetRequest at
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchGetRequest.
             * @memberof ringkv.v1
             * @interface IBatchGetRequest
             * @augments ringkv.v1.BatchGetRequest.$Properties
             * @deprecated Use ringkv.v1.BatchGetRequest.$Properties instead.
             */

            /**
             * Shape of a BatchGetRequest.
             * @typedef {ringkv.v1.BatchGetRequest.$Properties} ringkv.v1.BatchGetRequest.$Shape
             */

            /**
             * Constructs a new BatchGetRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a BatchGetRequest.
             * @constructor
             * @param {ringkv.v1.BatchGetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchGetRequest = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchGetRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.BatchGetRequest
             * @instance
             */
            BatchGetRequest.prototype.keyspace = "";

            /**
             * BatchGetRequest keys.
             * @member {Array.<Uint8Array>} keys
             * @memberof ringkv.v1.BatchGetRequest
             * @instance
             */
            BatchGetRequest.prototype.keys = $util.emptyArray;

            /**
             * BatchGetRequest at.
             * @member {number} at
             * @memberof ringkv.v1.BatchGetRequest
             * @instance
             */
            BatchGetRequest.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified BatchGetRequest message. Does not implicitly {@link ringkv.v1.BatchGetRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BatchGetRequest
             * @static
             * @param {ringkv.v1.BatchGetRequest.$Properties} message BatchGetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchGetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keys[i]);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.at);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchGetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BatchGetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchGetRequest & ringkv.v1.BatchGetRequest.$Shape} BatchGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BatchGetResponse.
             * @typedef {Object} ringkv.v1.BatchGetResponse.$Properties
             * @property {Array.<ringkv.v1.Row.$Properties>|null} [rows] BatchGetResponse rows
             * @property {number|null} [readAt] BatchGetResponse readAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchGetResponse.
             * @memberof ringkv.v1
             * @interface IBatchGetResponse
             * @augments ringkv.v1.BatchGetResponse.$Properties
             * @deprecated Use ringkv.v1.BatchGetResponse.$Properties instead.
             */

            /**
             * Shape of a BatchGetResponse.
             * @typedef {{
             *   rows?: Array.<ringkv.v1.Row.$Shape>|null;
             *   readAt?: number|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.BatchGetResponse.$Shape
             */

            /**
             * Constructs a new BatchGetResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a BatchGetResponse.
             * @constructor
             * @param {ringkv.v1.BatchGetResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchGetResponse = function (properties) {
                this.rows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchGetResponse rows.
             * @member {Array.<ringkv.v1.Row.$Properties>} rows
             * @memberof ringkv.v1.BatchGetResponse
             * @instance
             */
            BatchGetResponse.prototype.rows = $util.emptyArray;

            /**
             * BatchGetResponse readAt.
             * @member {number} readAt
             * @memberof ringkv.v1.BatchGetResponse
             * @instance
             */
            BatchGetResponse.prototype.readAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified BatchGetResponse message. Does not implicitly {@link ringkv.v1.BatchGetResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BatchGetResponse
             * @static
             * @param {ringkv.v1.BatchGetResponse.$Properties} message BatchGetResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt") && (typeof message.readAt === "object" ? message.readAt.low || message.readAt.high : message.readAt !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchGetResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BatchGetResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchGetResponse & ringkv.v1.BatchGetResponse.$Shape} BatchGetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readAt = value;
                            else
                                delete message.readAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ScanRequest.
             * @typedef {Object} ringkv.v1.ScanRequest.$Properties
             * @property {string|null} [keyspace] ScanRequest keyspace
             * @property {Uint8Array|null} [prefix] ScanRequest prefix
             * @property {Uint8Array|null} [start] ScanRequest start
             * @property {Uint8Array|null} [end] ScanRequest end
             * @property {number|null} [limit] ScanRequest limit
             * @property {number|null} [at] ScanRequest at
             * @property {Uint8Array|null} [cursor] ScanRequest cursor
             * @property {boolean|null} [keysOnly] ScanRequest keysOnly
             * @property {Uint8Array|null} [partitionOf] ScanRequest partitionOf
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScanRequest.
             * @memberof ringkv.v1
             * @interface IScanRequest
             * @augments ringkv.v1.ScanRequest.$Properties
             * @deprecated Use ringkv.v1.ScanRequest.$Properties instead.
             */

            /**
             * Shape of a ScanRequest.
             * @typedef {ringkv.v1.ScanRequest.$Properties} ringkv.v1.ScanRequest.$Shape
             */

            /**
             * Constructs a new ScanRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ScanRequest.
             * @constructor
             * @param {ringkv.v1.ScanRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScanRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScanRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.keyspace = "";

            /**
             * ScanRequest prefix.
             * @member {Uint8Array} prefix
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.prefix = $util.newBuffer([]);

            /**
             * ScanRequest start.
             * @member {Uint8Array} start
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.start = $util.newBuffer([]);

            /**
             * ScanRequest end.
             * @member {Uint8Array} end
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.end = $util.newBuffer([]);

            /**
             * ScanRequest limit.
             * @member {number} limit
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.limit = 0;

            /**
             * ScanRequest at.
             * @member {number} at
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ScanRequest cursor.
             * @member {Uint8Array} cursor
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.cursor = $util.newBuffer([]);

            /**
             * ScanRequest keysOnly.
             * @member {boolean} keysOnly
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.keysOnly = false;

            /**
             * ScanRequest partitionOf.
             * @member {Uint8Array} partitionOf
             * @memberof ringkv.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.partitionOf = $util.newBuffer([]);

            /**
             * Encodes the specified ScanRequest message. Does not implicitly {@link ringkv.v1.ScanRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ScanRequest
             * @static
             * @param {ringkv.v1.ScanRequest.$Properties} message ScanRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ScanRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.prefix);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.end);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.limit);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.at);
                if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.cursor);
                if (message.keysOnly != null && $Object.hasOwnProperty.call(message, "keysOnly") && message.keysOnly !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.keysOnly);
                if (message.partitionOf != null && $Object.hasOwnProperty.call(message, "partitionOf") && message.partitionOf.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.partitionOf);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScanRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ScanRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ScanRequest & ringkv.v1.ScanRequest.$Shape} ScanRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.prefix = value;
                            else
                                delete message.prefix;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.cursor = value;
                            else
                                delete message.cursor;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.keysOnly = value;
                            else
                                delete message.keysOnly;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.partitionOf = value;
                            else
                                delete message.partitionOf;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ScanResponse.
             * @typedef {Object} ringkv.v1.ScanResponse.$Properties
             * @property {Array.<ringkv.v1.Row.$Properties>|null} [rows] ScanResponse rows
             * @property {Uint8Array|null} [cursor] ScanResponse cursor
             * @property {number|null} [readAt] ScanResponse readAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScanResponse.
             * @memberof ringkv.v1
             * @interface IScanResponse
             * @augments ringkv.v1.ScanResponse.$Properties
             * @deprecated Use ringkv.v1.ScanResponse.$Properties instead.
             */

            /**
             * Shape of a ScanResponse.
             * @typedef {{
             *   rows?: Array.<ringkv.v1.Row.$Shape>|null;
             *   cursor?: Uint8Array|null;
             *   readAt?: number|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ScanResponse.$Shape
             */

            /**
             * Constructs a new ScanResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a ScanResponse.
             * @constructor
             * @param {ringkv.v1.ScanResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScanResponse = function (properties) {
                this.rows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScanResponse rows.
             * @member {Array.<ringkv.v1.Row.$Properties>} rows
             * @memberof ringkv.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.rows = $util.emptyArray;

            /**
             * ScanResponse cursor.
             * @member {Uint8Array} cursor
             * @memberof ringkv.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.cursor = $util.newBuffer([]);

            /**
             * ScanResponse readAt.
             * @member {number} readAt
             * @memberof ringkv.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.readAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ScanResponse message. Does not implicitly {@link ringkv.v1.ScanResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ScanResponse
             * @static
             * @param {ringkv.v1.ScanResponse.$Properties} message ScanResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.cursor);
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt") && (typeof message.readAt === "object" ? message.readAt.low || message.readAt.high : message.readAt !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.readAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScanResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ScanResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ScanResponse & ringkv.v1.ScanResponse.$Shape} ScanResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.cursor = value;
                            else
                                delete message.cursor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readAt = value;
                            else
                                delete message.readAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.PutRequest = (function() {

            /**
             * Properties of a PutRequest.
             * @typedef {Object} ringkv.v1.PutRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] PutRequest header
             * @property {string|null} [keyspace] PutRequest keyspace
             * @property {Uint8Array|null} [key] PutRequest key
             * @property {ringkv.v1.Value.$Properties|null} [value] PutRequest value
             * @property {number|null} [expiry] PutRequest expiry
             * @property {Uint8Array|null} [context] PutRequest context
             * @property {Array.<number>|null} [ownDots] PutRequest ownDots
             * @property {ringkv.v1.ConflictPolicy|null} [onConflict] PutRequest onConflict
             * @property {boolean|null} [ifAbsent] PutRequest ifAbsent
             * @property {string|null} [actor] PutRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutRequest.
             * @memberof ringkv.v1
             * @interface IPutRequest
             * @augments ringkv.v1.PutRequest.$Properties
             * @deprecated Use ringkv.v1.PutRequest.$Properties instead.
             */

            /**
             * Shape of a PutRequest.
             * @typedef {{
             *   header?: ringkv.v1.WriteHeader.$Shape|null;
             *   keyspace?: string|null;
             *   key?: Uint8Array|null;
             *   value?: ringkv.v1.Value.$Shape|null;
             *   expiry?: number|null;
             *   context?: Uint8Array|null;
             *   ownDots?: Array.<number>|null;
             *   onConflict?: ringkv.v1.ConflictPolicy|null;
             *   ifAbsent?: boolean|null;
             *   actor?: string|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.PutRequest.$Shape
             */

            /**
             * Constructs a new PutRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a PutRequest.
             * @constructor
             * @param {ringkv.v1.PutRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutRequest = function (properties) {
                this.ownDots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.header = null;

            /**
             * PutRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.keyspace = "";

            /**
             * PutRequest key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.key = $util.newBuffer([]);

            /**
             * PutRequest value.
             * @member {ringkv.v1.Value.$Properties|null|undefined} value
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.value = null;

            /**
             * PutRequest expiry.
             * @member {number} expiry
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.expiry = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PutRequest context.
             * @member {Uint8Array} context
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.context = $util.newBuffer([]);

            /**
             * PutRequest ownDots.
             * @member {Array.<number>} ownDots
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.ownDots = $util.emptyArray;

            /**
             * PutRequest onConflict.
             * @member {ringkv.v1.ConflictPolicy} onConflict
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.onConflict = 0;

            /**
             * PutRequest ifAbsent.
             * @member {boolean} ifAbsent
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.ifAbsent = false;

            /**
             * PutRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.actor = "";

            /**
             * Encodes the specified PutRequest message. Does not implicitly {@link ringkv.v1.PutRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.PutRequest
             * @static
             * @param {ringkv.v1.PutRequest.$Properties} message PutRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.expiry != null && $Object.hasOwnProperty.call(message, "expiry") && (typeof message.expiry === "object" ? message.expiry.low || message.expiry.high : message.expiry !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.expiry);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.context);
                if (message.ownDots != null && message.ownDots.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint64s(message.ownDots);
                if (message.onConflict != null && $Object.hasOwnProperty.call(message, "onConflict") && message.onConflict !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.onConflict);
                if (message.ifAbsent != null && $Object.hasOwnProperty.call(message, "ifAbsent") && message.ifAbsent !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.ifAbsent);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.PutRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.PutRequest & ringkv.v1.PutRequest.$Shape} PutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiry = value;
                            else
                                delete message.expiry;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
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
                            if (value = reader.int32())
                                message.onConflict = value;
                            else
                                delete message.onConflict;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ifAbsent = value;
                            else
                                delete message.ifAbsent;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a DeleteRequest.
             * @typedef {Object} ringkv.v1.DeleteRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] DeleteRequest header
             * @property {string|null} [keyspace] DeleteRequest keyspace
             * @property {Uint8Array|null} [key] DeleteRequest key
             * @property {Uint8Array|null} [context] DeleteRequest context
             * @property {Array.<number>|null} [ownDots] DeleteRequest ownDots
             * @property {ringkv.v1.ConflictPolicy|null} [onConflict] DeleteRequest onConflict
             * @property {string|null} [actor] DeleteRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteRequest.
             * @memberof ringkv.v1
             * @interface IDeleteRequest
             * @augments ringkv.v1.DeleteRequest.$Properties
             * @deprecated Use ringkv.v1.DeleteRequest.$Properties instead.
             */

            /**
             * Shape of a DeleteRequest.
             * @typedef {ringkv.v1.DeleteRequest.$Properties} ringkv.v1.DeleteRequest.$Shape
             */

            /**
             * Constructs a new DeleteRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a DeleteRequest.
             * @constructor
             * @param {ringkv.v1.DeleteRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteRequest = function (properties) {
                this.ownDots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.header = null;

            /**
             * DeleteRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.keyspace = "";

            /**
             * DeleteRequest key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.key = $util.newBuffer([]);

            /**
             * DeleteRequest context.
             * @member {Uint8Array} context
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.context = $util.newBuffer([]);

            /**
             * DeleteRequest ownDots.
             * @member {Array.<number>} ownDots
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.ownDots = $util.emptyArray;

            /**
             * DeleteRequest onConflict.
             * @member {ringkv.v1.ConflictPolicy} onConflict
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.onConflict = 0;

            /**
             * DeleteRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.actor = "";

            /**
             * Encodes the specified DeleteRequest message. Does not implicitly {@link ringkv.v1.DeleteRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.DeleteRequest
             * @static
             * @param {ringkv.v1.DeleteRequest.$Properties} message DeleteRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.context);
                if (message.ownDots != null && message.ownDots.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint64s(message.ownDots);
                if (message.onConflict != null && $Object.hasOwnProperty.call(message, "onConflict") && message.onConflict !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).int32(message.onConflict);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.DeleteRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.DeleteRequest & ringkv.v1.DeleteRequest.$Shape} DeleteRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.context = value;
                            else
                                delete message.context;
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
                            if (value = reader.int32())
                                message.onConflict = value;
                            else
                                delete message.onConflict;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.IncrementRequest = (function() {

            /**
             * Properties of an IncrementRequest.
             * @typedef {Object} ringkv.v1.IncrementRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] IncrementRequest header
             * @property {string|null} [keyspace] IncrementRequest keyspace
             * @property {Uint8Array|null} [key] IncrementRequest key
             * @property {number|null} [by] IncrementRequest by
             * @property {string|null} [actor] IncrementRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IncrementRequest.
             * @memberof ringkv.v1
             * @interface IIncrementRequest
             * @augments ringkv.v1.IncrementRequest.$Properties
             * @deprecated Use ringkv.v1.IncrementRequest.$Properties instead.
             */

            /**
             * Shape of an IncrementRequest.
             * @typedef {ringkv.v1.IncrementRequest.$Properties} ringkv.v1.IncrementRequest.$Shape
             */

            /**
             * Constructs a new IncrementRequest.
             * @memberof ringkv.v1
             * @classdesc Represents an IncrementRequest.
             * @constructor
             * @param {ringkv.v1.IncrementRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IncrementRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IncrementRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.header = null;

            /**
             * IncrementRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.keyspace = "";

            /**
             * IncrementRequest key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.key = $util.newBuffer([]);

            /**
             * IncrementRequest by.
             * @member {number} by
             * @memberof ringkv.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.by = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * IncrementRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.actor = "";

            /**
             * Encodes the specified IncrementRequest message. Does not implicitly {@link ringkv.v1.IncrementRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.IncrementRequest
             * @static
             * @param {ringkv.v1.IncrementRequest.$Properties} message IncrementRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IncrementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.by != null && $Object.hasOwnProperty.call(message, "by") && (typeof message.by === "object" ? message.by.low || message.by.high : message.by !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).sint64(message.by);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IncrementRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.IncrementRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.IncrementRequest & ringkv.v1.IncrementRequest.$Shape} IncrementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                                message.by = value;
                            else
                                delete message.by;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ListRequest.
             * @typedef {Object} ringkv.v1.ListRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] ListRequest header
             * @property {string|null} [keyspace] ListRequest keyspace
             * @property {Uint8Array|null} [key] ListRequest key
             * @property {Array.<ringkv.v1.Scalar.$Properties>|null} [elements] ListRequest elements
             * @property {string|null} [actor] ListRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListRequest.
             * @memberof ringkv.v1
             * @interface IListRequest
             * @augments ringkv.v1.ListRequest.$Properties
             * @deprecated Use ringkv.v1.ListRequest.$Properties instead.
             */

            /**
             * Shape of a ListRequest.
             * @typedef {{
             *   header?: ringkv.v1.WriteHeader.$Shape|null;
             *   keyspace?: string|null;
             *   key?: Uint8Array|null;
             *   elements?: Array.<ringkv.v1.Scalar.$Shape>|null;
             *   actor?: string|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ListRequest.$Shape
             */

            /**
             * Constructs a new ListRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ListRequest.
             * @constructor
             * @param {ringkv.v1.ListRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListRequest = function (properties) {
                this.elements = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.ListRequest
             * @instance
             */
            ListRequest.prototype.header = null;

            /**
             * ListRequest keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.ListRequest
             * @instance
             */
            ListRequest.prototype.keyspace = "";

            /**
             * ListRequest key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.ListRequest
             * @instance
             */
            ListRequest.prototype.key = $util.newBuffer([]);

            /**
             * ListRequest elements.
             * @member {Array.<ringkv.v1.Scalar.$Properties>} elements
             * @memberof ringkv.v1.ListRequest
             * @instance
             */
            ListRequest.prototype.elements = $util.emptyArray;

            /**
             * ListRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.ListRequest
             * @instance
             */
            ListRequest.prototype.actor = "";

            /**
             * Encodes the specified ListRequest message. Does not implicitly {@link ringkv.v1.ListRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ListRequest
             * @static
             * @param {ringkv.v1.ListRequest.$Properties} message ListRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.ringkv.v1.WriteHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.key);
                if (message.elements != null && message.elements.length)
                    for (let i = 0; i < message.elements.length; ++i)
                        $root.ringkv.v1.Scalar.encode(message.elements[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ListRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ListRequest & ringkv.v1.ListRequest.$Shape} ListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
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
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        /**
         * WriteOutcome enum.
         * @name ringkv.v1.WriteOutcome
         * @enum {number}
         * @property {number} WRITE_OUTCOME_UNSPECIFIED=0 WRITE_OUTCOME_UNSPECIFIED value
         * @property {number} WRITE_OUTCOME_APPLIED=1 WRITE_OUTCOME_APPLIED value
         * @property {number} WRITE_OUTCOME_MERGED=2 WRITE_OUTCOME_MERGED value
         * @property {number} WRITE_OUTCOME_WON=3 WRITE_OUTCOME_WON value
         * @property {number} WRITE_OUTCOME_LOST=4 WRITE_OUTCOME_LOST value
         */
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

            /**
             * Properties of a WriteResponse.
             * @typedef {Object} ringkv.v1.WriteResponse.$Properties
             * @property {ringkv.v1.WriteOutcome|null} [outcome] WriteResponse outcome
             * @property {number|null} [timestamp] WriteResponse timestamp
             * @property {ringkv.v1.Value.$Properties|null} [value] WriteResponse value
             * @property {ringkv.v1.OperationId.$Properties|null} [id] WriteResponse id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteResponse.
             * @memberof ringkv.v1
             * @interface IWriteResponse
             * @augments ringkv.v1.WriteResponse.$Properties
             * @deprecated Use ringkv.v1.WriteResponse.$Properties instead.
             */

            /**
             * Shape of a WriteResponse.
             * @typedef {{
             *   outcome?: ringkv.v1.WriteOutcome|null;
             *   timestamp?: number|null;
             *   value?: ringkv.v1.Value.$Shape|null;
             *   id?: ringkv.v1.OperationId.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.WriteResponse.$Shape
             */

            /**
             * Constructs a new WriteResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a WriteResponse.
             * @constructor
             * @param {ringkv.v1.WriteResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteResponse outcome.
             * @member {ringkv.v1.WriteOutcome} outcome
             * @memberof ringkv.v1.WriteResponse
             * @instance
             */
            WriteResponse.prototype.outcome = 0;

            /**
             * WriteResponse timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.WriteResponse
             * @instance
             */
            WriteResponse.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WriteResponse value.
             * @member {ringkv.v1.Value.$Properties|null|undefined} value
             * @memberof ringkv.v1.WriteResponse
             * @instance
             */
            WriteResponse.prototype.value = null;

            /**
             * WriteResponse id.
             * @member {ringkv.v1.OperationId.$Properties|null|undefined} id
             * @memberof ringkv.v1.WriteResponse
             * @instance
             */
            WriteResponse.prototype.id = null;

            /**
             * Encodes the specified WriteResponse message. Does not implicitly {@link ringkv.v1.WriteResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.WriteResponse
             * @static
             * @param {ringkv.v1.WriteResponse.$Properties} message WriteResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.outcome);
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.WriteResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.WriteResponse & ringkv.v1.WriteResponse.$Shape} WriteResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BatchPutRequest.
             * @typedef {Object} ringkv.v1.BatchPutRequest.$Properties
             * @property {Array.<ringkv.v1.PutRequest.$Properties>|null} [puts] BatchPutRequest puts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchPutRequest.
             * @memberof ringkv.v1
             * @interface IBatchPutRequest
             * @augments ringkv.v1.BatchPutRequest.$Properties
             * @deprecated Use ringkv.v1.BatchPutRequest.$Properties instead.
             */

            /**
             * Shape of a BatchPutRequest.
             * @typedef {{
             *   puts?: Array.<ringkv.v1.PutRequest.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.BatchPutRequest.$Shape
             */

            /**
             * Constructs a new BatchPutRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a BatchPutRequest.
             * @constructor
             * @param {ringkv.v1.BatchPutRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchPutRequest = function (properties) {
                this.puts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchPutRequest puts.
             * @member {Array.<ringkv.v1.PutRequest.$Properties>} puts
             * @memberof ringkv.v1.BatchPutRequest
             * @instance
             */
            BatchPutRequest.prototype.puts = $util.emptyArray;

            /**
             * Encodes the specified BatchPutRequest message. Does not implicitly {@link ringkv.v1.BatchPutRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BatchPutRequest
             * @static
             * @param {ringkv.v1.BatchPutRequest.$Properties} message BatchPutRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchPutRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BatchPutRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutRequest & ringkv.v1.BatchPutRequest.$Shape} BatchPutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BatchPutResponse.
             * @typedef {Object} ringkv.v1.BatchPutResponse.$Properties
             * @property {Array.<ringkv.v1.BatchPutResult.$Properties>|null} [results] BatchPutResponse results
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchPutResponse.
             * @memberof ringkv.v1
             * @interface IBatchPutResponse
             * @augments ringkv.v1.BatchPutResponse.$Properties
             * @deprecated Use ringkv.v1.BatchPutResponse.$Properties instead.
             */

            /**
             * Shape of a BatchPutResponse.
             * @typedef {{
             *   results?: Array.<ringkv.v1.BatchPutResult.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.BatchPutResponse.$Shape
             */

            /**
             * Constructs a new BatchPutResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a BatchPutResponse.
             * @constructor
             * @param {ringkv.v1.BatchPutResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchPutResponse = function (properties) {
                this.results = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchPutResponse results.
             * @member {Array.<ringkv.v1.BatchPutResult.$Properties>} results
             * @memberof ringkv.v1.BatchPutResponse
             * @instance
             */
            BatchPutResponse.prototype.results = $util.emptyArray;

            /**
             * Encodes the specified BatchPutResponse message. Does not implicitly {@link ringkv.v1.BatchPutResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BatchPutResponse
             * @static
             * @param {ringkv.v1.BatchPutResponse.$Properties} message BatchPutResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchPutResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BatchPutResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutResponse & ringkv.v1.BatchPutResponse.$Shape} BatchPutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BatchPutResult.
             * @typedef {Object} ringkv.v1.BatchPutResult.$Properties
             * @property {ringkv.v1.WriteResponse.$Properties|null} [written] BatchPutResult written
             * @property {ringkv.v1.Error.$Properties|null} [error] BatchPutResult error
             * @property {"written"|"error"} [result] BatchPutResult result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchPutResult.
             * @memberof ringkv.v1
             * @interface IBatchPutResult
             * @augments ringkv.v1.BatchPutResult.$Properties
             * @deprecated Use ringkv.v1.BatchPutResult.$Properties instead.
             */

            /**
             * Narrowed shape of a BatchPutResult.
             * @typedef {{
             *   written?: ringkv.v1.WriteResponse.$Shape|null;
             *   error?: ringkv.v1.Error.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; written?: null; error?: null }|{ result?: "written"; written: ringkv.v1.WriteResponse.$Shape; error?: null }|{ result?: "error"; written?: null; error: ringkv.v1.Error.$Shape })
             * )} ringkv.v1.BatchPutResult.$Shape
             */

            /**
             * Constructs a new BatchPutResult.
             * @memberof ringkv.v1
             * @classdesc Represents a BatchPutResult.
             * @constructor
             * @param {ringkv.v1.BatchPutResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchPutResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchPutResult written.
             * @member {ringkv.v1.WriteResponse.$Properties|null|undefined} written
             * @memberof ringkv.v1.BatchPutResult
             * @instance
             */
            BatchPutResult.prototype.written = null;

            /**
             * BatchPutResult error.
             * @member {ringkv.v1.Error.$Properties|null|undefined} error
             * @memberof ringkv.v1.BatchPutResult
             * @instance
             */
            BatchPutResult.prototype.error = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * BatchPutResult result.
             * @member {"written"|"error"|undefined} result
             * @memberof ringkv.v1.BatchPutResult
             * @instance
             */
            $Object.defineProperty(BatchPutResult.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["written", "error"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified BatchPutResult message. Does not implicitly {@link ringkv.v1.BatchPutResult.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BatchPutResult
             * @static
             * @param {ringkv.v1.BatchPutResult.$Properties} message BatchPutResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchPutResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.written != null && $Object.hasOwnProperty.call(message, "written"))
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchPutResult message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BatchPutResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutResult & ringkv.v1.BatchPutResult.$Shape} BatchPutResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            message.result = "written";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.result = "error";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Compare.
             * @typedef {Object} ringkv.v1.Compare.$Properties
             * @property {string|null} [keyspace] Compare keyspace
             * @property {Uint8Array|null} [key] Compare key
             * @property {ringkv.v1.Compare.Relation|null} [relation] Compare relation
             * @property {boolean|null} [exists] Compare exists
             * @property {ringkv.v1.Value.$Properties|null} [value] Compare value
             * @property {number|null} [timestamp] Compare timestamp
             * @property {"exists"|"value"|"timestamp"} [target] Compare target
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Compare.
             * @memberof ringkv.v1
             * @interface ICompare
             * @augments ringkv.v1.Compare.$Properties
             * @deprecated Use ringkv.v1.Compare.$Properties instead.
             */

            /**
             * Narrowed shape of a Compare.
             * @typedef {{
             *   keyspace?: string|null;
             *   key?: Uint8Array|null;
             *   relation?: ringkv.v1.Compare.Relation|null;
             *   exists?: boolean|null;
             *   value?: ringkv.v1.Value.$Shape|null;
             *   timestamp?: number|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ target?: undefined; exists?: null; value?: null; timestamp?: null }|{ target?: "exists"; exists: boolean; value?: null; timestamp?: null }|{ target?: "value"; exists?: null; value: ringkv.v1.Value.$Shape; timestamp?: null }|{ target?: "timestamp"; exists?: null; value?: null; timestamp: number })
             * )} ringkv.v1.Compare.$Shape
             */

            /**
             * Constructs a new Compare.
             * @memberof ringkv.v1
             * @classdesc Represents a Compare.
             * @constructor
             * @param {ringkv.v1.Compare.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Compare = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Compare keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.keyspace = "";

            /**
             * Compare key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.key = $util.newBuffer([]);

            /**
             * Compare relation.
             * @member {ringkv.v1.Compare.Relation} relation
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.relation = 0;

            /**
             * Compare exists.
             * @member {boolean|null|undefined} exists
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.exists = null;

            /**
             * Compare value.
             * @member {ringkv.v1.Value.$Properties|null|undefined} value
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.value = null;

            /**
             * Compare timestamp.
             * @member {number|null|undefined} timestamp
             * @memberof ringkv.v1.Compare
             * @instance
             */
            Compare.prototype.timestamp = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Compare target.
             * @member {"exists"|"value"|"timestamp"|undefined} target
             * @memberof ringkv.v1.Compare
             * @instance
             */
            $Object.defineProperty(Compare.prototype, "target", {
                get: $util.oneOfGetter($oneOfFields = ["exists", "value", "timestamp"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Compare message. Does not implicitly {@link ringkv.v1.Compare.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Compare
             * @static
             * @param {ringkv.v1.Compare.$Properties} message Compare message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Compare.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.relation != null && $Object.hasOwnProperty.call(message, "relation") && message.relation !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.relation);
                if (message.exists != null && $Object.hasOwnProperty.call(message, "exists"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.exists);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.timestamp);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Compare message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Compare
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Compare & ringkv.v1.Compare.$Shape} Compare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.relation = value;
                            else
                                delete message.relation;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.exists = reader.bool();
                            message.target = "exists";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.value = $root.ringkv.v1.Value.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
                            message.target = "value";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.timestamp = reader.uint64();
                            message.target = "timestamp";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Relation enum.
             * @name ringkv.v1.Compare.Relation
             * @enum {number}
             * @property {number} RELATION_UNSPECIFIED=0 RELATION_UNSPECIFIED value
             * @property {number} RELATION_EQUAL=1 RELATION_EQUAL value
             * @property {number} RELATION_NOT_EQUAL=2 RELATION_NOT_EQUAL value
             * @property {number} RELATION_LESS=3 RELATION_LESS value
             * @property {number} RELATION_GREATER=4 RELATION_GREATER value
             */
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

            /**
             * Properties of an Operation.
             * @typedef {Object} ringkv.v1.Operation.$Properties
             * @property {ringkv.v1.PutRequest.$Properties|null} [put] Operation put
             * @property {ringkv.v1.DeleteRequest.$Properties|null} ["delete"] Operation delete
             * @property {ringkv.v1.IncrementRequest.$Properties|null} [increment] Operation increment
             * @property {ringkv.v1.ListRequest.$Properties|null} [listAppend] Operation listAppend
             * @property {ringkv.v1.ListRequest.$Properties|null} [listPrepend] Operation listPrepend
             * @property {ringkv.v1.ListRequest.$Properties|null} [listRemove] Operation listRemove
             * @property {ringkv.v1.GetRequest.$Properties|null} [get] Operation get
             * @property {"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"get"} [kind] Operation kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Operation.
             * @memberof ringkv.v1
             * @interface IOperation
             * @augments ringkv.v1.Operation.$Properties
             * @deprecated Use ringkv.v1.Operation.$Properties instead.
             */

            /**
             * Narrowed shape of an Operation.
             * @typedef {{
             *   put?: ringkv.v1.PutRequest.$Shape|null;
             *   "delete"?: ringkv.v1.DeleteRequest.$Shape|null;
             *   increment?: ringkv.v1.IncrementRequest.$Shape|null;
             *   listAppend?: ringkv.v1.ListRequest.$Shape|null;
             *   listPrepend?: ringkv.v1.ListRequest.$Shape|null;
             *   listRemove?: ringkv.v1.ListRequest.$Shape|null;
             *   get?: ringkv.v1.GetRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ kind?: undefined; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "put"; put: ringkv.v1.PutRequest.$Shape; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "delete"; put?: null; "delete": ringkv.v1.DeleteRequest.$Shape; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "increment"; put?: null; "delete"?: null; increment: ringkv.v1.IncrementRequest.$Shape; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "listAppend"; put?: null; "delete"?: null; increment?: null; listAppend: ringkv.v1.ListRequest.$Shape; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "listPrepend"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend: ringkv.v1.ListRequest.$Shape; listRemove?: null; get?: null }|{ kind?: "listRemove"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove: ringkv.v1.ListRequest.$Shape; get?: null }|{ kind?: "get"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get: ringkv.v1.GetRequest.$Shape })
             * )} ringkv.v1.Operation.$Shape
             */

            /**
             * Constructs a new Operation.
             * @memberof ringkv.v1
             * @classdesc Represents an Operation.
             * @constructor
             * @param {ringkv.v1.Operation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Operation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Operation put.
             * @member {ringkv.v1.PutRequest.$Properties|null|undefined} put
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.put = null;

            /**
             * Operation delete.
             * @member {ringkv.v1.DeleteRequest.$Properties|null|undefined} delete
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype["delete"] = null;

            /**
             * Operation increment.
             * @member {ringkv.v1.IncrementRequest.$Properties|null|undefined} increment
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.increment = null;

            /**
             * Operation listAppend.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listAppend
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.listAppend = null;

            /**
             * Operation listPrepend.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listPrepend
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.listPrepend = null;

            /**
             * Operation listRemove.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listRemove
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.listRemove = null;

            /**
             * Operation get.
             * @member {ringkv.v1.GetRequest.$Properties|null|undefined} get
             * @memberof ringkv.v1.Operation
             * @instance
             */
            Operation.prototype.get = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Operation kind.
             * @member {"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"get"|undefined} kind
             * @memberof ringkv.v1.Operation
             * @instance
             */
            $Object.defineProperty(Operation.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["put", "delete", "increment", "listAppend", "listPrepend", "listRemove", "get"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Operation message. Does not implicitly {@link ringkv.v1.Operation.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Operation
             * @static
             * @param {ringkv.v1.Operation.$Properties} message Operation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Operation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                    $root.ringkv.v1.PutRequest.encode(message.put, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    $root.ringkv.v1.DeleteRequest.encode(message["delete"], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.increment != null && $Object.hasOwnProperty.call(message, "increment"))
                    $root.ringkv.v1.IncrementRequest.encode(message.increment, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.listAppend != null && $Object.hasOwnProperty.call(message, "listAppend"))
                    $root.ringkv.v1.ListRequest.encode(message.listAppend, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.listPrepend != null && $Object.hasOwnProperty.call(message, "listPrepend"))
                    $root.ringkv.v1.ListRequest.encode(message.listPrepend, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.listRemove != null && $Object.hasOwnProperty.call(message, "listRemove"))
                    $root.ringkv.v1.ListRequest.encode(message.listRemove, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.ringkv.v1.GetRequest.encode(message.get, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Operation message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Operation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Operation & ringkv.v1.Operation.$Shape} Operation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            message.kind = "put";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringkv.v1.DeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            message.kind = "delete";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringkv.v1.IncrementRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            message.kind = "increment";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.listAppend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listAppend);
                            message.kind = "listAppend";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.listPrepend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listPrepend);
                            message.kind = "listPrepend";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.listRemove = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listRemove);
                            message.kind = "listRemove";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.kind = "get";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a TransactRequest.
             * @typedef {Object} ringkv.v1.TransactRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] TransactRequest header
             * @property {Array.<ringkv.v1.Compare.$Properties>|null} [compare] TransactRequest compare
             * @property {Array.<ringkv.v1.Operation.$Properties>|null} [then] TransactRequest then
             * @property {Array.<ringkv.v1.Operation.$Properties>|null} [otherwise] TransactRequest otherwise
             * @property {string|null} [actor] TransactRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransactRequest.
             * @memberof ringkv.v1
             * @interface ITransactRequest
             * @augments ringkv.v1.TransactRequest.$Properties
             * @deprecated Use ringkv.v1.TransactRequest.$Properties instead.
             */

            /**
             * Shape of a TransactRequest.
             * @typedef {{
             *   header?: ringkv.v1.WriteHeader.$Shape|null;
             *   compare?: Array.<ringkv.v1.Compare.$Shape>|null;
             *   then?: Array.<ringkv.v1.Operation.$Shape>|null;
             *   otherwise?: Array.<ringkv.v1.Operation.$Shape>|null;
             *   actor?: string|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.TransactRequest.$Shape
             */

            /**
             * Constructs a new TransactRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a TransactRequest.
             * @constructor
             * @param {ringkv.v1.TransactRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransactRequest = function (properties) {
                this.compare = [];
                this.then = [];
                this.otherwise = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransactRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.TransactRequest
             * @instance
             */
            TransactRequest.prototype.header = null;

            /**
             * TransactRequest compare.
             * @member {Array.<ringkv.v1.Compare.$Properties>} compare
             * @memberof ringkv.v1.TransactRequest
             * @instance
             */
            TransactRequest.prototype.compare = $util.emptyArray;

            /**
             * TransactRequest then.
             * @member {Array.<ringkv.v1.Operation.$Properties>} then
             * @memberof ringkv.v1.TransactRequest
             * @instance
             */
            TransactRequest.prototype.then = $util.emptyArray;

            /**
             * TransactRequest otherwise.
             * @member {Array.<ringkv.v1.Operation.$Properties>} otherwise
             * @memberof ringkv.v1.TransactRequest
             * @instance
             */
            TransactRequest.prototype.otherwise = $util.emptyArray;

            /**
             * TransactRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.TransactRequest
             * @instance
             */
            TransactRequest.prototype.actor = "";

            /**
             * Encodes the specified TransactRequest message. Does not implicitly {@link ringkv.v1.TransactRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.TransactRequest
             * @static
             * @param {ringkv.v1.TransactRequest.$Properties} message TransactRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransactRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
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
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransactRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.TransactRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.TransactRequest & ringkv.v1.TransactRequest.$Shape} TransactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of an OperationResult.
             * @typedef {Object} ringkv.v1.OperationResult.$Properties
             * @property {ringkv.v1.WriteResponse.$Properties|null} [written] OperationResult written
             * @property {ringkv.v1.Row.$Properties|null} [row] OperationResult row
             * @property {"written"|"row"} [kind] OperationResult kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OperationResult.
             * @memberof ringkv.v1
             * @interface IOperationResult
             * @augments ringkv.v1.OperationResult.$Properties
             * @deprecated Use ringkv.v1.OperationResult.$Properties instead.
             */

            /**
             * Narrowed shape of an OperationResult.
             * @typedef {{
             *   written?: ringkv.v1.WriteResponse.$Shape|null;
             *   row?: ringkv.v1.Row.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ kind?: undefined; written?: null; row?: null }|{ kind?: "written"; written: ringkv.v1.WriteResponse.$Shape; row?: null }|{ kind?: "row"; written?: null; row: ringkv.v1.Row.$Shape })
             * )} ringkv.v1.OperationResult.$Shape
             */

            /**
             * Constructs a new OperationResult.
             * @memberof ringkv.v1
             * @classdesc Represents an OperationResult.
             * @constructor
             * @param {ringkv.v1.OperationResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OperationResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OperationResult written.
             * @member {ringkv.v1.WriteResponse.$Properties|null|undefined} written
             * @memberof ringkv.v1.OperationResult
             * @instance
             */
            OperationResult.prototype.written = null;

            /**
             * OperationResult row.
             * @member {ringkv.v1.Row.$Properties|null|undefined} row
             * @memberof ringkv.v1.OperationResult
             * @instance
             */
            OperationResult.prototype.row = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * OperationResult kind.
             * @member {"written"|"row"|undefined} kind
             * @memberof ringkv.v1.OperationResult
             * @instance
             */
            $Object.defineProperty(OperationResult.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["written", "row"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified OperationResult message. Does not implicitly {@link ringkv.v1.OperationResult.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.OperationResult
             * @static
             * @param {ringkv.v1.OperationResult.$Properties} message OperationResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OperationResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.written != null && $Object.hasOwnProperty.call(message, "written"))
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.row != null && $Object.hasOwnProperty.call(message, "row"))
                    $root.ringkv.v1.Row.encode(message.row, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OperationResult message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.OperationResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.OperationResult & ringkv.v1.OperationResult.$Shape} OperationResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            message.kind = "written";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.row = $root.ringkv.v1.Row.decode(reader, reader.size(), $undefined, _depth + 1, message.row);
                            message.kind = "row";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a TransactResponse.
             * @typedef {Object} ringkv.v1.TransactResponse.$Properties
             * @property {boolean|null} [succeeded] TransactResponse succeeded
             * @property {Array.<ringkv.v1.OperationResult.$Properties>|null} [results] TransactResponse results
             * @property {number|null} [timestamp] TransactResponse timestamp
             * @property {ringkv.v1.OperationId.$Properties|null} [id] TransactResponse id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransactResponse.
             * @memberof ringkv.v1
             * @interface ITransactResponse
             * @augments ringkv.v1.TransactResponse.$Properties
             * @deprecated Use ringkv.v1.TransactResponse.$Properties instead.
             */

            /**
             * Shape of a TransactResponse.
             * @typedef {{
             *   succeeded?: boolean|null;
             *   results?: Array.<ringkv.v1.OperationResult.$Shape>|null;
             *   timestamp?: number|null;
             *   id?: ringkv.v1.OperationId.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.TransactResponse.$Shape
             */

            /**
             * Constructs a new TransactResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a TransactResponse.
             * @constructor
             * @param {ringkv.v1.TransactResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransactResponse = function (properties) {
                this.results = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransactResponse succeeded.
             * @member {boolean} succeeded
             * @memberof ringkv.v1.TransactResponse
             * @instance
             */
            TransactResponse.prototype.succeeded = false;

            /**
             * TransactResponse results.
             * @member {Array.<ringkv.v1.OperationResult.$Properties>} results
             * @memberof ringkv.v1.TransactResponse
             * @instance
             */
            TransactResponse.prototype.results = $util.emptyArray;

            /**
             * TransactResponse timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.TransactResponse
             * @instance
             */
            TransactResponse.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TransactResponse id.
             * @member {ringkv.v1.OperationId.$Properties|null|undefined} id
             * @memberof ringkv.v1.TransactResponse
             * @instance
             */
            TransactResponse.prototype.id = null;

            /**
             * Encodes the specified TransactResponse message. Does not implicitly {@link ringkv.v1.TransactResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.TransactResponse
             * @static
             * @param {ringkv.v1.TransactResponse.$Properties} message TransactResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransactResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.succeeded != null && $Object.hasOwnProperty.call(message, "succeeded") && message.succeeded !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.succeeded);
                if (message.results != null && message.results.length)
                    for (let i = 0; i < message.results.length; ++i)
                        $root.ringkv.v1.OperationResult.encode(message.results[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransactResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.TransactResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.TransactResponse & ringkv.v1.TransactResponse.$Shape} TransactResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.bool())
                                message.succeeded = value;
                            else
                                delete message.succeeded;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BeginRequest.
             * @typedef {Object} ringkv.v1.BeginRequest.$Properties
             * @property {number|null} [floor] BeginRequest floor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BeginRequest.
             * @memberof ringkv.v1
             * @interface IBeginRequest
             * @augments ringkv.v1.BeginRequest.$Properties
             * @deprecated Use ringkv.v1.BeginRequest.$Properties instead.
             */

            /**
             * Shape of a BeginRequest.
             * @typedef {ringkv.v1.BeginRequest.$Properties} ringkv.v1.BeginRequest.$Shape
             */

            /**
             * Constructs a new BeginRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a BeginRequest.
             * @constructor
             * @param {ringkv.v1.BeginRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BeginRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BeginRequest floor.
             * @member {number} floor
             * @memberof ringkv.v1.BeginRequest
             * @instance
             */
            BeginRequest.prototype.floor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified BeginRequest message. Does not implicitly {@link ringkv.v1.BeginRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BeginRequest
             * @static
             * @param {ringkv.v1.BeginRequest.$Properties} message BeginRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BeginRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.floor != null && $Object.hasOwnProperty.call(message, "floor") && (typeof message.floor === "object" ? message.floor.low || message.floor.high : message.floor !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.floor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BeginRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BeginRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BeginRequest & ringkv.v1.BeginRequest.$Shape} BeginRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.floor = value;
                            else
                                delete message.floor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a BeginResponse.
             * @typedef {Object} ringkv.v1.BeginResponse.$Properties
             * @property {number|null} [timestamp] BeginResponse timestamp
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BeginResponse.
             * @memberof ringkv.v1
             * @interface IBeginResponse
             * @augments ringkv.v1.BeginResponse.$Properties
             * @deprecated Use ringkv.v1.BeginResponse.$Properties instead.
             */

            /**
             * Shape of a BeginResponse.
             * @typedef {ringkv.v1.BeginResponse.$Properties} ringkv.v1.BeginResponse.$Shape
             */

            /**
             * Constructs a new BeginResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a BeginResponse.
             * @constructor
             * @param {ringkv.v1.BeginResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BeginResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BeginResponse timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.BeginResponse
             * @instance
             */
            BeginResponse.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified BeginResponse message. Does not implicitly {@link ringkv.v1.BeginResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.BeginResponse
             * @static
             * @param {ringkv.v1.BeginResponse.$Properties} message BeginResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BeginResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestamp);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BeginResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.BeginResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.BeginResponse & ringkv.v1.BeginResponse.$Shape} BeginResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ReadKey.
             * @typedef {Object} ringkv.v1.ReadKey.$Properties
             * @property {string|null} [keyspace] ReadKey keyspace
             * @property {Uint8Array|null} [key] ReadKey key
             * @property {number|null} [timestamp] ReadKey timestamp
             * @property {number|null} [readAt] ReadKey readAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReadKey.
             * @memberof ringkv.v1
             * @interface IReadKey
             * @augments ringkv.v1.ReadKey.$Properties
             * @deprecated Use ringkv.v1.ReadKey.$Properties instead.
             */

            /**
             * Shape of a ReadKey.
             * @typedef {ringkv.v1.ReadKey.$Properties} ringkv.v1.ReadKey.$Shape
             */

            /**
             * Constructs a new ReadKey.
             * @memberof ringkv.v1
             * @classdesc Represents a ReadKey.
             * @constructor
             * @param {ringkv.v1.ReadKey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReadKey = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReadKey keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.ReadKey
             * @instance
             */
            ReadKey.prototype.keyspace = "";

            /**
             * ReadKey key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.ReadKey
             * @instance
             */
            ReadKey.prototype.key = $util.newBuffer([]);

            /**
             * ReadKey timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.ReadKey
             * @instance
             */
            ReadKey.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ReadKey readAt.
             * @member {number} readAt
             * @memberof ringkv.v1.ReadKey
             * @instance
             */
            ReadKey.prototype.readAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ReadKey message. Does not implicitly {@link ringkv.v1.ReadKey.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ReadKey
             * @static
             * @param {ringkv.v1.ReadKey.$Properties} message ReadKey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReadKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestamp);
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt") && (typeof message.readAt === "object" ? message.readAt.low || message.readAt.high : message.readAt !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.readAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReadKey message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ReadKey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ReadKey & ringkv.v1.ReadKey.$Shape} ReadKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readAt = value;
                            else
                                delete message.readAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ReadRange.
             * @typedef {Object} ringkv.v1.ReadRange.$Properties
             * @property {string|null} [keyspace] ReadRange keyspace
             * @property {Uint8Array|null} [partitionOf] ReadRange partitionOf
             * @property {Uint8Array|null} [start] ReadRange start
             * @property {Uint8Array|null} [end] ReadRange end
             * @property {Array.<ringkv.v1.ReadKey.$Properties>|null} [rows] ReadRange rows
             * @property {number|null} [readAt] ReadRange readAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReadRange.
             * @memberof ringkv.v1
             * @interface IReadRange
             * @augments ringkv.v1.ReadRange.$Properties
             * @deprecated Use ringkv.v1.ReadRange.$Properties instead.
             */

            /**
             * Shape of a ReadRange.
             * @typedef {ringkv.v1.ReadRange.$Properties} ringkv.v1.ReadRange.$Shape
             */

            /**
             * Constructs a new ReadRange.
             * @memberof ringkv.v1
             * @classdesc Represents a ReadRange.
             * @constructor
             * @param {ringkv.v1.ReadRange.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReadRange = function (properties) {
                this.rows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReadRange keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.keyspace = "";

            /**
             * ReadRange partitionOf.
             * @member {Uint8Array} partitionOf
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.partitionOf = $util.newBuffer([]);

            /**
             * ReadRange start.
             * @member {Uint8Array} start
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.start = $util.newBuffer([]);

            /**
             * ReadRange end.
             * @member {Uint8Array} end
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.end = $util.newBuffer([]);

            /**
             * ReadRange rows.
             * @member {Array.<ringkv.v1.ReadKey.$Properties>} rows
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.rows = $util.emptyArray;

            /**
             * ReadRange readAt.
             * @member {number} readAt
             * @memberof ringkv.v1.ReadRange
             * @instance
             */
            ReadRange.prototype.readAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ReadRange message. Does not implicitly {@link ringkv.v1.ReadRange.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ReadRange
             * @static
             * @param {ringkv.v1.ReadRange.$Properties} message ReadRange message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReadRange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.partitionOf != null && $Object.hasOwnProperty.call(message, "partitionOf") && message.partitionOf.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.partitionOf);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.end);
                if (message.rows != null && message.rows.length)
                    for (let i = 0; i < message.rows.length; ++i)
                        $root.ringkv.v1.ReadKey.encode(message.rows[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.readAt != null && $Object.hasOwnProperty.call(message, "readAt") && (typeof message.readAt === "object" ? message.readAt.low || message.readAt.high : message.readAt !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.readAt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReadRange message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ReadRange
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ReadRange & ringkv.v1.ReadRange.$Shape} ReadRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.partitionOf = value;
                            else
                                delete message.partitionOf;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.end = value;
                            else
                                delete message.end;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readAt = value;
                            else
                                delete message.readAt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a CommitRequest.
             * @typedef {Object} ringkv.v1.CommitRequest.$Properties
             * @property {ringkv.v1.WriteHeader.$Properties|null} [header] CommitRequest header
             * @property {Array.<ringkv.v1.ReadKey.$Properties>|null} [reads] CommitRequest reads
             * @property {Array.<ringkv.v1.ReadRange.$Properties>|null} [ranges] CommitRequest ranges
             * @property {Array.<ringkv.v1.Operation.$Properties>|null} [writes] CommitRequest writes
             * @property {number|null} [age] CommitRequest age
             * @property {string|null} [actor] CommitRequest actor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommitRequest.
             * @memberof ringkv.v1
             * @interface ICommitRequest
             * @augments ringkv.v1.CommitRequest.$Properties
             * @deprecated Use ringkv.v1.CommitRequest.$Properties instead.
             */

            /**
             * Shape of a CommitRequest.
             * @typedef {{
             *   header?: ringkv.v1.WriteHeader.$Shape|null;
             *   reads?: Array.<ringkv.v1.ReadKey.$Shape>|null;
             *   ranges?: Array.<ringkv.v1.ReadRange.$Shape>|null;
             *   writes?: Array.<ringkv.v1.Operation.$Shape>|null;
             *   age?: number|null;
             *   actor?: string|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.CommitRequest.$Shape
             */

            /**
             * Constructs a new CommitRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a CommitRequest.
             * @constructor
             * @param {ringkv.v1.CommitRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CommitRequest = function (properties) {
                this.reads = [];
                this.ranges = [];
                this.writes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommitRequest header.
             * @member {ringkv.v1.WriteHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.header = null;

            /**
             * CommitRequest reads.
             * @member {Array.<ringkv.v1.ReadKey.$Properties>} reads
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.reads = $util.emptyArray;

            /**
             * CommitRequest ranges.
             * @member {Array.<ringkv.v1.ReadRange.$Properties>} ranges
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.ranges = $util.emptyArray;

            /**
             * CommitRequest writes.
             * @member {Array.<ringkv.v1.Operation.$Properties>} writes
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.writes = $util.emptyArray;

            /**
             * CommitRequest age.
             * @member {number} age
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.age = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * CommitRequest actor.
             * @member {string} actor
             * @memberof ringkv.v1.CommitRequest
             * @instance
             */
            CommitRequest.prototype.actor = "";

            /**
             * Encodes the specified CommitRequest message. Does not implicitly {@link ringkv.v1.CommitRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.CommitRequest
             * @static
             * @param {ringkv.v1.CommitRequest.$Properties} message CommitRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommitRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
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
                if (message.age != null && $Object.hasOwnProperty.call(message, "age") && (typeof message.age === "object" ? message.age.low || message.age.high : message.age !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.age);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.actor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommitRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.CommitRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.CommitRequest & ringkv.v1.CommitRequest.$Shape} CommitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.age = value;
                            else
                                delete message.age;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ResolveKey.
             * @typedef {Object} ringkv.v1.ResolveKey.$Properties
             * @property {string|null} [keyspace] ResolveKey keyspace
             * @property {Uint8Array|null} [key] ResolveKey key
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResolveKey.
             * @memberof ringkv.v1
             * @interface IResolveKey
             * @augments ringkv.v1.ResolveKey.$Properties
             * @deprecated Use ringkv.v1.ResolveKey.$Properties instead.
             */

            /**
             * Shape of a ResolveKey.
             * @typedef {ringkv.v1.ResolveKey.$Properties} ringkv.v1.ResolveKey.$Shape
             */

            /**
             * Constructs a new ResolveKey.
             * @memberof ringkv.v1
             * @classdesc Represents a ResolveKey.
             * @constructor
             * @param {ringkv.v1.ResolveKey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResolveKey = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResolveKey keyspace.
             * @member {string} keyspace
             * @memberof ringkv.v1.ResolveKey
             * @instance
             */
            ResolveKey.prototype.keyspace = "";

            /**
             * ResolveKey key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.ResolveKey
             * @instance
             */
            ResolveKey.prototype.key = $util.newBuffer([]);

            /**
             * Encodes the specified ResolveKey message. Does not implicitly {@link ringkv.v1.ResolveKey.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ResolveKey
             * @static
             * @param {ringkv.v1.ResolveKey.$Properties} message ResolveKey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResolveKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResolveKey message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ResolveKey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveKey & ringkv.v1.ResolveKey.$Shape} ResolveKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ResolveRequest.
             * @typedef {Object} ringkv.v1.ResolveRequest.$Properties
             * @property {ringkv.v1.OperationId.$Properties|null} [id] ResolveRequest id
             * @property {Array.<ringkv.v1.ResolveKey.$Properties>|null} [keys] ResolveRequest keys
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResolveRequest.
             * @memberof ringkv.v1
             * @interface IResolveRequest
             * @augments ringkv.v1.ResolveRequest.$Properties
             * @deprecated Use ringkv.v1.ResolveRequest.$Properties instead.
             */

            /**
             * Shape of a ResolveRequest.
             * @typedef {ringkv.v1.ResolveRequest.$Properties} ringkv.v1.ResolveRequest.$Shape
             */

            /**
             * Constructs a new ResolveRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ResolveRequest.
             * @constructor
             * @param {ringkv.v1.ResolveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResolveRequest = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResolveRequest id.
             * @member {ringkv.v1.OperationId.$Properties|null|undefined} id
             * @memberof ringkv.v1.ResolveRequest
             * @instance
             */
            ResolveRequest.prototype.id = null;

            /**
             * ResolveRequest keys.
             * @member {Array.<ringkv.v1.ResolveKey.$Properties>} keys
             * @memberof ringkv.v1.ResolveRequest
             * @instance
             */
            ResolveRequest.prototype.keys = $util.emptyArray;

            /**
             * Encodes the specified ResolveRequest message. Does not implicitly {@link ringkv.v1.ResolveRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ResolveRequest
             * @static
             * @param {ringkv.v1.ResolveRequest.$Properties} message ResolveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResolveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        $root.ringkv.v1.ResolveKey.encode(message.keys[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResolveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ResolveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveRequest & ringkv.v1.ResolveRequest.$Shape} ResolveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ResolveResponse.
             * @typedef {Object} ringkv.v1.ResolveResponse.$Properties
             * @property {ringkv.v1.ResolveResponse.Outcome|null} [outcome] ResolveResponse outcome
             * @property {number|null} [timestamp] ResolveResponse timestamp
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResolveResponse.
             * @memberof ringkv.v1
             * @interface IResolveResponse
             * @augments ringkv.v1.ResolveResponse.$Properties
             * @deprecated Use ringkv.v1.ResolveResponse.$Properties instead.
             */

            /**
             * Shape of a ResolveResponse.
             * @typedef {ringkv.v1.ResolveResponse.$Properties} ringkv.v1.ResolveResponse.$Shape
             */

            /**
             * Constructs a new ResolveResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a ResolveResponse.
             * @constructor
             * @param {ringkv.v1.ResolveResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResolveResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResolveResponse outcome.
             * @member {ringkv.v1.ResolveResponse.Outcome} outcome
             * @memberof ringkv.v1.ResolveResponse
             * @instance
             */
            ResolveResponse.prototype.outcome = 0;

            /**
             * ResolveResponse timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.ResolveResponse
             * @instance
             */
            ResolveResponse.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ResolveResponse message. Does not implicitly {@link ringkv.v1.ResolveResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ResolveResponse
             * @static
             * @param {ringkv.v1.ResolveResponse.$Properties} message ResolveResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResolveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.outcome);
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.timestamp);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResolveResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ResolveResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveResponse & ringkv.v1.ResolveResponse.$Shape} ResolveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Outcome enum.
             * @name ringkv.v1.ResolveResponse.Outcome
             * @enum {number}
             * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
             * @property {number} OUTCOME_COMMITTED=1 OUTCOME_COMMITTED value
             * @property {number} OUTCOME_ABORTED=2 OUTCOME_ABORTED value
             * @property {number} OUTCOME_EXPIRED=3 OUTCOME_EXPIRED value
             */
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

            /**
             * Properties of a VectorClock.
             * @typedef {Object} ringkv.v1.VectorClock.$Properties
             * @property {Object.<string,number>|null} [counters] VectorClock counters
             * @property {number|null} [dropped] VectorClock dropped
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VectorClock.
             * @memberof ringkv.v1
             * @interface IVectorClock
             * @augments ringkv.v1.VectorClock.$Properties
             * @deprecated Use ringkv.v1.VectorClock.$Properties instead.
             */

            /**
             * Shape of a VectorClock.
             * @typedef {ringkv.v1.VectorClock.$Properties} ringkv.v1.VectorClock.$Shape
             */

            /**
             * Constructs a new VectorClock.
             * @memberof ringkv.v1
             * @classdesc Represents a VectorClock.
             * @constructor
             * @param {ringkv.v1.VectorClock.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VectorClock = function (properties) {
                this.counters = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VectorClock counters.
             * @member {Object.<string,number>} counters
             * @memberof ringkv.v1.VectorClock
             * @instance
             */
            VectorClock.prototype.counters = $util.emptyObject;

            /**
             * VectorClock dropped.
             * @member {number} dropped
             * @memberof ringkv.v1.VectorClock
             * @instance
             */
            VectorClock.prototype.dropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified VectorClock message. Does not implicitly {@link ringkv.v1.VectorClock.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.VectorClock
             * @static
             * @param {ringkv.v1.VectorClock.$Properties} message VectorClock message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VectorClock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                    for (let keys = $Object.keys(message.counters), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 0 =*/16).uint64(message.counters[keys[i]]).ldelim();
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && (typeof message.dropped === "object" ? message.dropped.low || message.dropped.high : message.dropped !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.dropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VectorClock message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.VectorClock
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.VectorClock & ringkv.v1.VectorClock.$Shape} VectorClock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            value = $util.Long ? $util.Long.fromNumber(0, true) : 0;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ConflictSide.
             * @typedef {Object} ringkv.v1.ConflictSide.$Properties
             * @property {number|null} [timestamp] ConflictSide timestamp
             * @property {ringkv.v1.VectorClock.$Properties|null} [clock] ConflictSide clock
             * @property {ringkv.v1.Value.$Properties|null} [value] ConflictSide value
             * @property {string|null} [author] ConflictSide author
             * @property {boolean|null} [truncated] ConflictSide truncated
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ConflictSide.
             * @memberof ringkv.v1
             * @interface IConflictSide
             * @augments ringkv.v1.ConflictSide.$Properties
             * @deprecated Use ringkv.v1.ConflictSide.$Properties instead.
             */

            /**
             * Shape of a ConflictSide.
             * @typedef {{
             *   timestamp?: number|null;
             *   clock?: ringkv.v1.VectorClock.$Shape|null;
             *   value?: ringkv.v1.Value.$Shape|null;
             *   author?: string|null;
             *   truncated?: boolean|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ConflictSide.$Shape
             */

            /**
             * Constructs a new ConflictSide.
             * @memberof ringkv.v1
             * @classdesc Represents a ConflictSide.
             * @constructor
             * @param {ringkv.v1.ConflictSide.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ConflictSide = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ConflictSide timestamp.
             * @member {number} timestamp
             * @memberof ringkv.v1.ConflictSide
             * @instance
             */
            ConflictSide.prototype.timestamp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ConflictSide clock.
             * @member {ringkv.v1.VectorClock.$Properties|null|undefined} clock
             * @memberof ringkv.v1.ConflictSide
             * @instance
             */
            ConflictSide.prototype.clock = null;

            /**
             * ConflictSide value.
             * @member {ringkv.v1.Value.$Properties|null|undefined} value
             * @memberof ringkv.v1.ConflictSide
             * @instance
             */
            ConflictSide.prototype.value = null;

            /**
             * ConflictSide author.
             * @member {string} author
             * @memberof ringkv.v1.ConflictSide
             * @instance
             */
            ConflictSide.prototype.author = "";

            /**
             * ConflictSide truncated.
             * @member {boolean} truncated
             * @memberof ringkv.v1.ConflictSide
             * @instance
             */
            ConflictSide.prototype.truncated = false;

            /**
             * Encodes the specified ConflictSide message. Does not implicitly {@link ringkv.v1.ConflictSide.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ConflictSide
             * @static
             * @param {ringkv.v1.ConflictSide.$Properties} message ConflictSide message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ConflictSide.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp") && (typeof message.timestamp === "object" ? message.timestamp.low || message.timestamp.high : message.timestamp !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestamp);
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock"))
                    $root.ringkv.v1.VectorClock.encode(message.clock, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    $root.ringkv.v1.Value.encode(message.value, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.author != null && $Object.hasOwnProperty.call(message, "author") && message.author !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.author);
                if (message.truncated != null && $Object.hasOwnProperty.call(message, "truncated") && message.truncated !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.truncated);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ConflictSide message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ConflictSide
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ConflictSide & ringkv.v1.ConflictSide.$Shape} ConflictSide
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestamp = value;
                            else
                                delete message.timestamp;
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
                            if ((value = reader.stringVerify()).length)
                                message.author = value;
                            else
                                delete message.author;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.truncated = value;
                            else
                                delete message.truncated;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.Conflict = (function() {

            /**
             * Properties of a Conflict.
             * @typedef {Object} ringkv.v1.Conflict.$Properties
             * @property {Uint8Array|null} [key] Conflict key
             * @property {string|null} [relation] Conflict relation
             * @property {string|null} [reason] Conflict reason
             * @property {ringkv.v1.ConflictSide.$Properties|null} [base] Conflict base
             * @property {ringkv.v1.ConflictSide.$Properties|null} [theirs] Conflict theirs
             * @property {ringkv.v1.ConflictSide.$Properties|null} [mine] Conflict mine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Conflict.
             * @memberof ringkv.v1
             * @interface IConflict
             * @augments ringkv.v1.Conflict.$Properties
             * @deprecated Use ringkv.v1.Conflict.$Properties instead.
             */

            /**
             * Shape of a Conflict.
             * @typedef {{
             *   key?: Uint8Array|null;
             *   relation?: string|null;
             *   reason?: string|null;
             *   base?: ringkv.v1.ConflictSide.$Shape|null;
             *   theirs?: ringkv.v1.ConflictSide.$Shape|null;
             *   mine?: ringkv.v1.ConflictSide.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.Conflict.$Shape
             */

            /**
             * Constructs a new Conflict.
             * @memberof ringkv.v1
             * @classdesc Represents a Conflict.
             * @constructor
             * @param {ringkv.v1.Conflict.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Conflict = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Conflict key.
             * @member {Uint8Array} key
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.key = $util.newBuffer([]);

            /**
             * Conflict relation.
             * @member {string} relation
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.relation = "";

            /**
             * Conflict reason.
             * @member {string} reason
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.reason = "";

            /**
             * Conflict base.
             * @member {ringkv.v1.ConflictSide.$Properties|null|undefined} base
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.base = null;

            /**
             * Conflict theirs.
             * @member {ringkv.v1.ConflictSide.$Properties|null|undefined} theirs
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.theirs = null;

            /**
             * Conflict mine.
             * @member {ringkv.v1.ConflictSide.$Properties|null|undefined} mine
             * @memberof ringkv.v1.Conflict
             * @instance
             */
            Conflict.prototype.mine = null;

            /**
             * Encodes the specified Conflict message. Does not implicitly {@link ringkv.v1.Conflict.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Conflict
             * @static
             * @param {ringkv.v1.Conflict.$Properties} message Conflict message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Conflict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                if (message.relation != null && $Object.hasOwnProperty.call(message, "relation") && message.relation !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.relation);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.base != null && $Object.hasOwnProperty.call(message, "base"))
                    $root.ringkv.v1.ConflictSide.encode(message.base, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.theirs != null && $Object.hasOwnProperty.call(message, "theirs"))
                    $root.ringkv.v1.ConflictSide.encode(message.theirs, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.mine != null && $Object.hasOwnProperty.call(message, "mine"))
                    $root.ringkv.v1.ConflictSide.encode(message.mine, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Conflict message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Conflict
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Conflict & ringkv.v1.Conflict.$Shape} Conflict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.relation = value;
                            else
                                delete message.relation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
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
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.Error = (function() {

            /**
             * Properties of an Error.
             * @typedef {Object} ringkv.v1.Error.$Properties
             * @property {number|null} [code] Error code
             * @property {string|null} [name] Error name
             * @property {string|null} [message] Error message
             * @property {Array.<ringkv.v1.Conflict.$Properties>|null} [conflicts] Error conflicts
             * @property {number|null} [retryAfterMs] Error retryAfterMs
             * @property {ringkv.v1.OperationId.$Properties|null} [id] Error id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Error.
             * @memberof ringkv.v1
             * @interface IError
             * @augments ringkv.v1.Error.$Properties
             * @deprecated Use ringkv.v1.Error.$Properties instead.
             */

            /**
             * Shape of an Error.
             * @typedef {{
             *   code?: number|null;
             *   name?: string|null;
             *   message?: string|null;
             *   conflicts?: Array.<ringkv.v1.Conflict.$Shape>|null;
             *   retryAfterMs?: number|null;
             *   id?: ringkv.v1.OperationId.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.Error.$Shape
             */

            /**
             * Constructs a new Error.
             * @memberof ringkv.v1
             * @classdesc Represents an Error.
             * @constructor
             * @param {ringkv.v1.Error.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Error = function (properties) {
                this.conflicts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Error code.
             * @member {number} code
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.code = 0;

            /**
             * Error name.
             * @member {string} name
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.name = "";

            /**
             * Error message.
             * @member {string} message
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.message = "";

            /**
             * Error conflicts.
             * @member {Array.<ringkv.v1.Conflict.$Properties>} conflicts
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.conflicts = $util.emptyArray;

            /**
             * Error retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.retryAfterMs = 0;

            /**
             * Error id.
             * @member {ringkv.v1.OperationId.$Properties|null|undefined} id
             * @memberof ringkv.v1.Error
             * @instance
             */
            Error.prototype.id = null;

            /**
             * Encodes the specified Error message. Does not implicitly {@link ringkv.v1.Error.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Error
             * @static
             * @param {ringkv.v1.Error.$Properties} message Error message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.code);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.conflicts != null && message.conflicts.length)
                    for (let i = 0; i < message.conflicts.length; ++i)
                        $root.ringkv.v1.Conflict.encode(message.conflicts[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.retryAfterMs);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    $root.ringkv.v1.OperationId.encode(message.id, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Error
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Error & ringkv.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
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
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Hello.
             * @typedef {Object} ringkv.v1.Hello.$Properties
             * @property {Uint8Array|null} [client] Hello client
             * @property {string|null} [actor] Hello actor
             * @property {boolean|null} [wantRoutes] Hello wantRoutes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof ringkv.v1
             * @interface IHello
             * @augments ringkv.v1.Hello.$Properties
             * @deprecated Use ringkv.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {ringkv.v1.Hello.$Properties} ringkv.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof ringkv.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {ringkv.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello client.
             * @member {Uint8Array} client
             * @memberof ringkv.v1.Hello
             * @instance
             */
            Hello.prototype.client = $util.newBuffer([]);

            /**
             * Hello actor.
             * @member {string} actor
             * @memberof ringkv.v1.Hello
             * @instance
             */
            Hello.prototype.actor = "";

            /**
             * Hello wantRoutes.
             * @member {boolean} wantRoutes
             * @memberof ringkv.v1.Hello
             * @instance
             */
            Hello.prototype.wantRoutes = false;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link ringkv.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Hello
             * @static
             * @param {ringkv.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.client);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.actor);
                if (message.wantRoutes != null && $Object.hasOwnProperty.call(message, "wantRoutes") && message.wantRoutes !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.wantRoutes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Hello & ringkv.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.client = value;
                            else
                                delete message.client;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.wantRoutes = value;
                            else
                                delete message.wantRoutes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Request.
             * @typedef {Object} ringkv.v1.Request.$Properties
             * @property {number|null} [id] Request id
             * @property {number|null} [timeoutMs] Request timeoutMs
             * @property {ringkv.v1.GetRequest.$Properties|null} [get] Request get
             * @property {ringkv.v1.BatchGetRequest.$Properties|null} [batchGet] Request batchGet
             * @property {ringkv.v1.ScanRequest.$Properties|null} [scan] Request scan
             * @property {ringkv.v1.PutRequest.$Properties|null} [put] Request put
             * @property {ringkv.v1.DeleteRequest.$Properties|null} ["delete"] Request delete
             * @property {ringkv.v1.IncrementRequest.$Properties|null} [increment] Request increment
             * @property {ringkv.v1.ListRequest.$Properties|null} [listAppend] Request listAppend
             * @property {ringkv.v1.ListRequest.$Properties|null} [listPrepend] Request listPrepend
             * @property {ringkv.v1.ListRequest.$Properties|null} [listRemove] Request listRemove
             * @property {ringkv.v1.BatchPutRequest.$Properties|null} [batchPut] Request batchPut
             * @property {ringkv.v1.TransactRequest.$Properties|null} [transact] Request transact
             * @property {ringkv.v1.BeginRequest.$Properties|null} [begin] Request begin
             * @property {ringkv.v1.CommitRequest.$Properties|null} [commit] Request commit
             * @property {ringkv.v1.ResolveRequest.$Properties|null} [resolve] Request resolve
             * @property {"get"|"batchGet"|"scan"|"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"batchPut"|"transact"|"begin"|"commit"|"resolve"} [body] Request body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Request.
             * @memberof ringkv.v1
             * @interface IRequest
             * @augments ringkv.v1.Request.$Properties
             * @deprecated Use ringkv.v1.Request.$Properties instead.
             */

            /**
             * Narrowed shape of a Request.
             * @typedef {{
             *   id?: number|null;
             *   timeoutMs?: number|null;
             *   get?: ringkv.v1.GetRequest.$Shape|null;
             *   batchGet?: ringkv.v1.BatchGetRequest.$Shape|null;
             *   scan?: ringkv.v1.ScanRequest.$Shape|null;
             *   put?: ringkv.v1.PutRequest.$Shape|null;
             *   "delete"?: ringkv.v1.DeleteRequest.$Shape|null;
             *   increment?: ringkv.v1.IncrementRequest.$Shape|null;
             *   listAppend?: ringkv.v1.ListRequest.$Shape|null;
             *   listPrepend?: ringkv.v1.ListRequest.$Shape|null;
             *   listRemove?: ringkv.v1.ListRequest.$Shape|null;
             *   batchPut?: ringkv.v1.BatchPutRequest.$Shape|null;
             *   transact?: ringkv.v1.TransactRequest.$Shape|null;
             *   begin?: ringkv.v1.BeginRequest.$Shape|null;
             *   commit?: ringkv.v1.CommitRequest.$Shape|null;
             *   resolve?: ringkv.v1.ResolveRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "get"; get: ringkv.v1.GetRequest.$Shape; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "batchGet"; get?: null; batchGet: ringkv.v1.BatchGetRequest.$Shape; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "scan"; get?: null; batchGet?: null; scan: ringkv.v1.ScanRequest.$Shape; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "put"; get?: null; batchGet?: null; scan?: null; put: ringkv.v1.PutRequest.$Shape; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "delete"; get?: null; batchGet?: null; scan?: null; put?: null; "delete": ringkv.v1.DeleteRequest.$Shape; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "increment"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment: ringkv.v1.IncrementRequest.$Shape; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "listAppend"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend: ringkv.v1.ListRequest.$Shape; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "listPrepend"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend: ringkv.v1.ListRequest.$Shape; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "listRemove"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove: ringkv.v1.ListRequest.$Shape; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "batchPut"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut: ringkv.v1.BatchPutRequest.$Shape; transact?: null; begin?: null; commit?: null; resolve?: null }|{ body?: "transact"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact: ringkv.v1.TransactRequest.$Shape; begin?: null; commit?: null; resolve?: null }|{ body?: "begin"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin: ringkv.v1.BeginRequest.$Shape; commit?: null; resolve?: null }|{ body?: "commit"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit: ringkv.v1.CommitRequest.$Shape; resolve?: null }|{ body?: "resolve"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve: ringkv.v1.ResolveRequest.$Shape })
             * )} ringkv.v1.Request.$Shape
             */

            /**
             * Constructs a new Request.
             * @memberof ringkv.v1
             * @classdesc Represents a Request.
             * @constructor
             * @param {ringkv.v1.Request.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Request = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Request id.
             * @member {number} id
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Request timeoutMs.
             * @member {number} timeoutMs
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.timeoutMs = 0;

            /**
             * Request get.
             * @member {ringkv.v1.GetRequest.$Properties|null|undefined} get
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.get = null;

            /**
             * Request batchGet.
             * @member {ringkv.v1.BatchGetRequest.$Properties|null|undefined} batchGet
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.batchGet = null;

            /**
             * Request scan.
             * @member {ringkv.v1.ScanRequest.$Properties|null|undefined} scan
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.scan = null;

            /**
             * Request put.
             * @member {ringkv.v1.PutRequest.$Properties|null|undefined} put
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.put = null;

            /**
             * Request delete.
             * @member {ringkv.v1.DeleteRequest.$Properties|null|undefined} delete
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype["delete"] = null;

            /**
             * Request increment.
             * @member {ringkv.v1.IncrementRequest.$Properties|null|undefined} increment
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.increment = null;

            /**
             * Request listAppend.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listAppend
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.listAppend = null;

            /**
             * Request listPrepend.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listPrepend
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.listPrepend = null;

            /**
             * Request listRemove.
             * @member {ringkv.v1.ListRequest.$Properties|null|undefined} listRemove
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.listRemove = null;

            /**
             * Request batchPut.
             * @member {ringkv.v1.BatchPutRequest.$Properties|null|undefined} batchPut
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.batchPut = null;

            /**
             * Request transact.
             * @member {ringkv.v1.TransactRequest.$Properties|null|undefined} transact
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.transact = null;

            /**
             * Request begin.
             * @member {ringkv.v1.BeginRequest.$Properties|null|undefined} begin
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.begin = null;

            /**
             * Request commit.
             * @member {ringkv.v1.CommitRequest.$Properties|null|undefined} commit
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.commit = null;

            /**
             * Request resolve.
             * @member {ringkv.v1.ResolveRequest.$Properties|null|undefined} resolve
             * @memberof ringkv.v1.Request
             * @instance
             */
            Request.prototype.resolve = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Request body.
             * @member {"get"|"batchGet"|"scan"|"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"batchPut"|"transact"|"begin"|"commit"|"resolve"|undefined} body
             * @memberof ringkv.v1.Request
             * @instance
             */
            $Object.defineProperty(Request.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["get", "batchGet", "scan", "put", "delete", "increment", "listAppend", "listPrepend", "listRemove", "batchPut", "transact", "begin", "commit", "resolve"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Request message. Does not implicitly {@link ringkv.v1.Request.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Request
             * @static
             * @param {ringkv.v1.Request.$Properties} message Request message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Request.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.ringkv.v1.GetRequest.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.batchGet != null && $Object.hasOwnProperty.call(message, "batchGet"))
                    $root.ringkv.v1.BatchGetRequest.encode(message.batchGet, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.ringkv.v1.ScanRequest.encode(message.scan, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                    $root.ringkv.v1.PutRequest.encode(message.put, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    $root.ringkv.v1.DeleteRequest.encode(message["delete"], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.increment != null && $Object.hasOwnProperty.call(message, "increment"))
                    $root.ringkv.v1.IncrementRequest.encode(message.increment, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.listAppend != null && $Object.hasOwnProperty.call(message, "listAppend"))
                    $root.ringkv.v1.ListRequest.encode(message.listAppend, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.listPrepend != null && $Object.hasOwnProperty.call(message, "listPrepend"))
                    $root.ringkv.v1.ListRequest.encode(message.listPrepend, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.listRemove != null && $Object.hasOwnProperty.call(message, "listRemove"))
                    $root.ringkv.v1.ListRequest.encode(message.listRemove, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.batchPut != null && $Object.hasOwnProperty.call(message, "batchPut"))
                    $root.ringkv.v1.BatchPutRequest.encode(message.batchPut, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.transact != null && $Object.hasOwnProperty.call(message, "transact"))
                    $root.ringkv.v1.TransactRequest.encode(message.transact, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.begin != null && $Object.hasOwnProperty.call(message, "begin"))
                    $root.ringkv.v1.BeginRequest.encode(message.begin, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit"))
                    $root.ringkv.v1.CommitRequest.encode(message.commit, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.resolve != null && $Object.hasOwnProperty.call(message, "resolve"))
                    $root.ringkv.v1.ResolveRequest.encode(message.resolve, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Request message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Request
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Request & ringkv.v1.Request.$Shape} Request
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.body = "get";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.batchGet = $root.ringkv.v1.BatchGetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.batchGet);
                            message.body = "batchGet";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringkv.v1.ScanRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.body = "scan";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.ringkv.v1.PutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            message.body = "put";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringkv.v1.DeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            message.body = "delete";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringkv.v1.IncrementRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            message.body = "increment";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.listAppend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listAppend);
                            message.body = "listAppend";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.listPrepend = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listPrepend);
                            message.body = "listPrepend";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.listRemove = $root.ringkv.v1.ListRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.listRemove);
                            message.body = "listRemove";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.batchPut = $root.ringkv.v1.BatchPutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.batchPut);
                            message.body = "batchPut";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.transact = $root.ringkv.v1.TransactRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.transact);
                            message.body = "transact";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.begin = $root.ringkv.v1.BeginRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.begin);
                            message.body = "begin";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.commit = $root.ringkv.v1.CommitRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.commit);
                            message.body = "commit";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.resolve = $root.ringkv.v1.ResolveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.resolve);
                            message.body = "resolve";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ClientFrame.
             * @typedef {Object} ringkv.v1.ClientFrame.$Properties
             * @property {ringkv.v1.Hello.$Properties|null} [hello] ClientFrame hello
             * @property {Array.<ringkv.v1.Request.$Properties>|null} [requests] ClientFrame requests
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientFrame.
             * @memberof ringkv.v1
             * @interface IClientFrame
             * @augments ringkv.v1.ClientFrame.$Properties
             * @deprecated Use ringkv.v1.ClientFrame.$Properties instead.
             */

            /**
             * Shape of a ClientFrame.
             * @typedef {{
             *   hello?: ringkv.v1.Hello.$Shape|null;
             *   requests?: Array.<ringkv.v1.Request.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ClientFrame.$Shape
             */

            /**
             * Constructs a new ClientFrame.
             * @memberof ringkv.v1
             * @classdesc Represents a ClientFrame.
             * @constructor
             * @param {ringkv.v1.ClientFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientFrame = function (properties) {
                this.requests = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientFrame hello.
             * @member {ringkv.v1.Hello.$Properties|null|undefined} hello
             * @memberof ringkv.v1.ClientFrame
             * @instance
             */
            ClientFrame.prototype.hello = null;

            /**
             * ClientFrame requests.
             * @member {Array.<ringkv.v1.Request.$Properties>} requests
             * @memberof ringkv.v1.ClientFrame
             * @instance
             */
            ClientFrame.prototype.requests = $util.emptyArray;

            /**
             * Encodes the specified ClientFrame message. Does not implicitly {@link ringkv.v1.ClientFrame.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ClientFrame
             * @static
             * @param {ringkv.v1.ClientFrame.$Properties} message ClientFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.ringkv.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.requests != null && message.requests.length)
                    for (let i = 0; i < message.requests.length; ++i)
                        $root.ringkv.v1.Request.encode(message.requests[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientFrame message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ClientFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ClientFrame & ringkv.v1.ClientFrame.$Shape} ClientFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Response.
             * @typedef {Object} ringkv.v1.Response.$Properties
             * @property {number|null} [id] Response id
             * @property {ringkv.v1.Error.$Properties|null} [error] Response error
             * @property {ringkv.v1.GetResponse.$Properties|null} [get] Response get
             * @property {ringkv.v1.BatchGetResponse.$Properties|null} [batchGet] Response batchGet
             * @property {ringkv.v1.ScanResponse.$Properties|null} [scan] Response scan
             * @property {ringkv.v1.WriteResponse.$Properties|null} [written] Response written
             * @property {ringkv.v1.BatchPutResponse.$Properties|null} [batchPut] Response batchPut
             * @property {ringkv.v1.TransactResponse.$Properties|null} [transact] Response transact
             * @property {ringkv.v1.BeginResponse.$Properties|null} [begin] Response begin
             * @property {ringkv.v1.ResolveResponse.$Properties|null} [resolve] Response resolve
             * @property {"error"|"get"|"batchGet"|"scan"|"written"|"batchPut"|"transact"|"begin"|"resolve"} [body] Response body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Response.
             * @memberof ringkv.v1
             * @interface IResponse
             * @augments ringkv.v1.Response.$Properties
             * @deprecated Use ringkv.v1.Response.$Properties instead.
             */

            /**
             * Narrowed shape of a Response.
             * @typedef {{
             *   id?: number|null;
             *   error?: ringkv.v1.Error.$Shape|null;
             *   get?: ringkv.v1.GetResponse.$Shape|null;
             *   batchGet?: ringkv.v1.BatchGetResponse.$Shape|null;
             *   scan?: ringkv.v1.ScanResponse.$Shape|null;
             *   written?: ringkv.v1.WriteResponse.$Shape|null;
             *   batchPut?: ringkv.v1.BatchPutResponse.$Shape|null;
             *   transact?: ringkv.v1.TransactResponse.$Shape|null;
             *   begin?: ringkv.v1.BeginResponse.$Shape|null;
             *   resolve?: ringkv.v1.ResolveResponse.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "error"; error: ringkv.v1.Error.$Shape; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "get"; error?: null; get: ringkv.v1.GetResponse.$Shape; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "batchGet"; error?: null; get?: null; batchGet: ringkv.v1.BatchGetResponse.$Shape; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "scan"; error?: null; get?: null; batchGet?: null; scan: ringkv.v1.ScanResponse.$Shape; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "written"; error?: null; get?: null; batchGet?: null; scan?: null; written: ringkv.v1.WriteResponse.$Shape; batchPut?: null; transact?: null; begin?: null; resolve?: null }|{ body?: "batchPut"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut: ringkv.v1.BatchPutResponse.$Shape; transact?: null; begin?: null; resolve?: null }|{ body?: "transact"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact: ringkv.v1.TransactResponse.$Shape; begin?: null; resolve?: null }|{ body?: "begin"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin: ringkv.v1.BeginResponse.$Shape; resolve?: null }|{ body?: "resolve"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve: ringkv.v1.ResolveResponse.$Shape })
             * )} ringkv.v1.Response.$Shape
             */

            /**
             * Constructs a new Response.
             * @memberof ringkv.v1
             * @classdesc Represents a Response.
             * @constructor
             * @param {ringkv.v1.Response.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Response = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Response id.
             * @member {number} id
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Response error.
             * @member {ringkv.v1.Error.$Properties|null|undefined} error
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.error = null;

            /**
             * Response get.
             * @member {ringkv.v1.GetResponse.$Properties|null|undefined} get
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.get = null;

            /**
             * Response batchGet.
             * @member {ringkv.v1.BatchGetResponse.$Properties|null|undefined} batchGet
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.batchGet = null;

            /**
             * Response scan.
             * @member {ringkv.v1.ScanResponse.$Properties|null|undefined} scan
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.scan = null;

            /**
             * Response written.
             * @member {ringkv.v1.WriteResponse.$Properties|null|undefined} written
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.written = null;

            /**
             * Response batchPut.
             * @member {ringkv.v1.BatchPutResponse.$Properties|null|undefined} batchPut
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.batchPut = null;

            /**
             * Response transact.
             * @member {ringkv.v1.TransactResponse.$Properties|null|undefined} transact
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.transact = null;

            /**
             * Response begin.
             * @member {ringkv.v1.BeginResponse.$Properties|null|undefined} begin
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.begin = null;

            /**
             * Response resolve.
             * @member {ringkv.v1.ResolveResponse.$Properties|null|undefined} resolve
             * @memberof ringkv.v1.Response
             * @instance
             */
            Response.prototype.resolve = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Response body.
             * @member {"error"|"get"|"batchGet"|"scan"|"written"|"batchPut"|"transact"|"begin"|"resolve"|undefined} body
             * @memberof ringkv.v1.Response
             * @instance
             */
            $Object.defineProperty(Response.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["error", "get", "batchGet", "scan", "written", "batchPut", "transact", "begin", "resolve"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Response message. Does not implicitly {@link ringkv.v1.Response.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Response
             * @static
             * @param {ringkv.v1.Response.$Properties} message Response message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Response.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.ringkv.v1.GetResponse.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.batchGet != null && $Object.hasOwnProperty.call(message, "batchGet"))
                    $root.ringkv.v1.BatchGetResponse.encode(message.batchGet, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.ringkv.v1.ScanResponse.encode(message.scan, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.written != null && $Object.hasOwnProperty.call(message, "written"))
                    $root.ringkv.v1.WriteResponse.encode(message.written, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.batchPut != null && $Object.hasOwnProperty.call(message, "batchPut"))
                    $root.ringkv.v1.BatchPutResponse.encode(message.batchPut, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.transact != null && $Object.hasOwnProperty.call(message, "transact"))
                    $root.ringkv.v1.TransactResponse.encode(message.transact, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.begin != null && $Object.hasOwnProperty.call(message, "begin"))
                    $root.ringkv.v1.BeginResponse.encode(message.begin, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.resolve != null && $Object.hasOwnProperty.call(message, "resolve"))
                    $root.ringkv.v1.ResolveResponse.encode(message.resolve, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Response message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Response
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Response & ringkv.v1.Response.$Shape} Response
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.body = "error";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringkv.v1.GetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.body = "get";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.batchGet = $root.ringkv.v1.BatchGetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.batchGet);
                            message.body = "batchGet";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringkv.v1.ScanResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.body = "scan";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.written = $root.ringkv.v1.WriteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.written);
                            message.body = "written";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.batchPut = $root.ringkv.v1.BatchPutResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.batchPut);
                            message.body = "batchPut";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.transact = $root.ringkv.v1.TransactResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.transact);
                            message.body = "transact";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.begin = $root.ringkv.v1.BeginResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.begin);
                            message.body = "begin";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.resolve = $root.ringkv.v1.ResolveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.resolve);
                            message.body = "resolve";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a PartitionRule.
             * @typedef {Object} ringkv.v1.PartitionRule.$Properties
             * @property {ringkv.v1.PartitionRule.Kind|null} [kind] PartitionRule kind
             * @property {number|null} [parts] PartitionRule parts
             * @property {string|null} [separator] PartitionRule separator
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PartitionRule.
             * @memberof ringkv.v1
             * @interface IPartitionRule
             * @augments ringkv.v1.PartitionRule.$Properties
             * @deprecated Use ringkv.v1.PartitionRule.$Properties instead.
             */

            /**
             * Shape of a PartitionRule.
             * @typedef {ringkv.v1.PartitionRule.$Properties} ringkv.v1.PartitionRule.$Shape
             */

            /**
             * Constructs a new PartitionRule.
             * @memberof ringkv.v1
             * @classdesc Represents a PartitionRule.
             * @constructor
             * @param {ringkv.v1.PartitionRule.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PartitionRule = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PartitionRule kind.
             * @member {ringkv.v1.PartitionRule.Kind} kind
             * @memberof ringkv.v1.PartitionRule
             * @instance
             */
            PartitionRule.prototype.kind = 0;

            /**
             * PartitionRule parts.
             * @member {number} parts
             * @memberof ringkv.v1.PartitionRule
             * @instance
             */
            PartitionRule.prototype.parts = 0;

            /**
             * PartitionRule separator.
             * @member {string} separator
             * @memberof ringkv.v1.PartitionRule
             * @instance
             */
            PartitionRule.prototype.separator = "";

            /**
             * Encodes the specified PartitionRule message. Does not implicitly {@link ringkv.v1.PartitionRule.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.PartitionRule
             * @static
             * @param {ringkv.v1.PartitionRule.$Properties} message PartitionRule message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PartitionRule.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.kind);
                if (message.parts != null && $Object.hasOwnProperty.call(message, "parts") && message.parts !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.parts);
                if (message.separator != null && $Object.hasOwnProperty.call(message, "separator") && message.separator !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.separator);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PartitionRule message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.PartitionRule
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.PartitionRule & ringkv.v1.PartitionRule.$Shape} PartitionRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.parts = value;
                            else
                                delete message.parts;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.separator = value;
                            else
                                delete message.separator;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Kind enum.
             * @name ringkv.v1.PartitionRule.Kind
             * @enum {number}
             * @property {number} KIND_KEY=0 KIND_KEY value
             * @property {number} KIND_FIRST=1 KIND_FIRST value
             * @property {number} KIND_ALL=2 KIND_ALL value
             */
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

            /**
             * Properties of a RouteKeyspace.
             * @typedef {Object} ringkv.v1.RouteKeyspace.$Properties
             * @property {number|null} [id] RouteKeyspace id
             * @property {string|null} [name] RouteKeyspace name
             * @property {ringkv.v1.PartitionRule.$Properties|null} [partition] RouteKeyspace partition
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RouteKeyspace.
             * @memberof ringkv.v1
             * @interface IRouteKeyspace
             * @augments ringkv.v1.RouteKeyspace.$Properties
             * @deprecated Use ringkv.v1.RouteKeyspace.$Properties instead.
             */

            /**
             * Shape of a RouteKeyspace.
             * @typedef {ringkv.v1.RouteKeyspace.$Properties} ringkv.v1.RouteKeyspace.$Shape
             */

            /**
             * Constructs a new RouteKeyspace.
             * @memberof ringkv.v1
             * @classdesc Represents a RouteKeyspace.
             * @constructor
             * @param {ringkv.v1.RouteKeyspace.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RouteKeyspace = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RouteKeyspace id.
             * @member {number} id
             * @memberof ringkv.v1.RouteKeyspace
             * @instance
             */
            RouteKeyspace.prototype.id = 0;

            /**
             * RouteKeyspace name.
             * @member {string} name
             * @memberof ringkv.v1.RouteKeyspace
             * @instance
             */
            RouteKeyspace.prototype.name = "";

            /**
             * RouteKeyspace partition.
             * @member {ringkv.v1.PartitionRule.$Properties|null|undefined} partition
             * @memberof ringkv.v1.RouteKeyspace
             * @instance
             */
            RouteKeyspace.prototype.partition = null;

            /**
             * Encodes the specified RouteKeyspace message. Does not implicitly {@link ringkv.v1.RouteKeyspace.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RouteKeyspace
             * @static
             * @param {ringkv.v1.RouteKeyspace.$Properties} message RouteKeyspace message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RouteKeyspace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.partition != null && $Object.hasOwnProperty.call(message, "partition"))
                    $root.ringkv.v1.PartitionRule.encode(message.partition, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RouteKeyspace message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RouteKeyspace
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteKeyspace & ringkv.v1.RouteKeyspace.$Shape} RouteKeyspace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RouteNode.
             * @typedef {Object} ringkv.v1.RouteNode.$Properties
             * @property {number|null} [id] RouteNode id
             * @property {string|null} [address] RouteNode address
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RouteNode.
             * @memberof ringkv.v1
             * @interface IRouteNode
             * @augments ringkv.v1.RouteNode.$Properties
             * @deprecated Use ringkv.v1.RouteNode.$Properties instead.
             */

            /**
             * Shape of a RouteNode.
             * @typedef {ringkv.v1.RouteNode.$Properties} ringkv.v1.RouteNode.$Shape
             */

            /**
             * Constructs a new RouteNode.
             * @memberof ringkv.v1
             * @classdesc Represents a RouteNode.
             * @constructor
             * @param {ringkv.v1.RouteNode.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RouteNode = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RouteNode id.
             * @member {number} id
             * @memberof ringkv.v1.RouteNode
             * @instance
             */
            RouteNode.prototype.id = 0;

            /**
             * RouteNode address.
             * @member {string} address
             * @memberof ringkv.v1.RouteNode
             * @instance
             */
            RouteNode.prototype.address = "";

            /**
             * Encodes the specified RouteNode message. Does not implicitly {@link ringkv.v1.RouteNode.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RouteNode
             * @static
             * @param {ringkv.v1.RouteNode.$Properties} message RouteNode message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RouteNode.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RouteNode message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RouteNode
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteNode & ringkv.v1.RouteNode.$Shape} RouteNode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RouteShard.
             * @typedef {Object} ringkv.v1.RouteShard.$Properties
             * @property {number|null} [shard] RouteShard shard
             * @property {number|null} [start] RouteShard start
             * @property {number|null} [end] RouteShard end
             * @property {number|null} [leader] RouteShard leader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RouteShard.
             * @memberof ringkv.v1
             * @interface IRouteShard
             * @augments ringkv.v1.RouteShard.$Properties
             * @deprecated Use ringkv.v1.RouteShard.$Properties instead.
             */

            /**
             * Shape of a RouteShard.
             * @typedef {ringkv.v1.RouteShard.$Properties} ringkv.v1.RouteShard.$Shape
             */

            /**
             * Constructs a new RouteShard.
             * @memberof ringkv.v1
             * @classdesc Represents a RouteShard.
             * @constructor
             * @param {ringkv.v1.RouteShard.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RouteShard = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RouteShard shard.
             * @member {number} shard
             * @memberof ringkv.v1.RouteShard
             * @instance
             */
            RouteShard.prototype.shard = 0;

            /**
             * RouteShard start.
             * @member {number} start
             * @memberof ringkv.v1.RouteShard
             * @instance
             */
            RouteShard.prototype.start = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RouteShard end.
             * @member {number} end
             * @memberof ringkv.v1.RouteShard
             * @instance
             */
            RouteShard.prototype.end = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RouteShard leader.
             * @member {number} leader
             * @memberof ringkv.v1.RouteShard
             * @instance
             */
            RouteShard.prototype.leader = 0;

            /**
             * Encodes the specified RouteShard message. Does not implicitly {@link ringkv.v1.RouteShard.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RouteShard
             * @static
             * @param {ringkv.v1.RouteShard.$Properties} message RouteShard message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RouteShard.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && (typeof message.start === "object" ? message.start.low || message.start.high : message.start !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && (typeof message.end === "object" ? message.end.low || message.end.high : message.end !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.end);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RouteShard message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RouteShard
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteShard & ringkv.v1.RouteShard.$Shape} RouteShard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a Routes.
             * @typedef {Object} ringkv.v1.Routes.$Properties
             * @property {boolean|null} [full] Routes full
             * @property {Array.<ringkv.v1.RouteNode.$Properties>|null} [nodes] Routes nodes
             * @property {Array.<ringkv.v1.RouteShard.$Properties>|null} [shards] Routes shards
             * @property {Array.<ringkv.v1.RouteKeyspace.$Properties>|null} [keyspaces] Routes keyspaces
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Routes.
             * @memberof ringkv.v1
             * @interface IRoutes
             * @augments ringkv.v1.Routes.$Properties
             * @deprecated Use ringkv.v1.Routes.$Properties instead.
             */

            /**
             * Shape of a Routes.
             * @typedef {ringkv.v1.Routes.$Properties} ringkv.v1.Routes.$Shape
             */

            /**
             * Constructs a new Routes.
             * @memberof ringkv.v1
             * @classdesc Represents a Routes.
             * @constructor
             * @param {ringkv.v1.Routes.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Routes = function (properties) {
                this.nodes = [];
                this.shards = [];
                this.keyspaces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Routes full.
             * @member {boolean} full
             * @memberof ringkv.v1.Routes
             * @instance
             */
            Routes.prototype.full = false;

            /**
             * Routes nodes.
             * @member {Array.<ringkv.v1.RouteNode.$Properties>} nodes
             * @memberof ringkv.v1.Routes
             * @instance
             */
            Routes.prototype.nodes = $util.emptyArray;

            /**
             * Routes shards.
             * @member {Array.<ringkv.v1.RouteShard.$Properties>} shards
             * @memberof ringkv.v1.Routes
             * @instance
             */
            Routes.prototype.shards = $util.emptyArray;

            /**
             * Routes keyspaces.
             * @member {Array.<ringkv.v1.RouteKeyspace.$Properties>} keyspaces
             * @memberof ringkv.v1.Routes
             * @instance
             */
            Routes.prototype.keyspaces = $util.emptyArray;

            /**
             * Encodes the specified Routes message. Does not implicitly {@link ringkv.v1.Routes.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.Routes
             * @static
             * @param {ringkv.v1.Routes.$Properties} message Routes message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Routes.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.full != null && $Object.hasOwnProperty.call(message, "full") && message.full !== false)
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
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Routes message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.Routes
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.Routes & ringkv.v1.Routes.$Shape} Routes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.bool())
                                message.full = value;
                            else
                                delete message.full;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ServerFrame.
             * @typedef {Object} ringkv.v1.ServerFrame.$Properties
             * @property {Array.<ringkv.v1.Response.$Properties>|null} [responses] ServerFrame responses
             * @property {number|null} [clock] ServerFrame clock
             * @property {ringkv.v1.Routes.$Properties|null} [routes] ServerFrame routes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ServerFrame.
             * @memberof ringkv.v1
             * @interface IServerFrame
             * @augments ringkv.v1.ServerFrame.$Properties
             * @deprecated Use ringkv.v1.ServerFrame.$Properties instead.
             */

            /**
             * Shape of a ServerFrame.
             * @typedef {{
             *   responses?: Array.<ringkv.v1.Response.$Shape>|null;
             *   clock?: number|null;
             *   routes?: ringkv.v1.Routes.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ServerFrame.$Shape
             */

            /**
             * Constructs a new ServerFrame.
             * @memberof ringkv.v1
             * @classdesc Represents a ServerFrame.
             * @constructor
             * @param {ringkv.v1.ServerFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ServerFrame = function (properties) {
                this.responses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ServerFrame responses.
             * @member {Array.<ringkv.v1.Response.$Properties>} responses
             * @memberof ringkv.v1.ServerFrame
             * @instance
             */
            ServerFrame.prototype.responses = $util.emptyArray;

            /**
             * ServerFrame clock.
             * @member {number} clock
             * @memberof ringkv.v1.ServerFrame
             * @instance
             */
            ServerFrame.prototype.clock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ServerFrame routes.
             * @member {ringkv.v1.Routes.$Properties|null|undefined} routes
             * @memberof ringkv.v1.ServerFrame
             * @instance
             */
            ServerFrame.prototype.routes = null;

            /**
             * Encodes the specified ServerFrame message. Does not implicitly {@link ringkv.v1.ServerFrame.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ServerFrame
             * @static
             * @param {ringkv.v1.ServerFrame.$Properties} message ServerFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock") && (typeof message.clock === "object" ? message.clock.low || message.clock.high : message.clock !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.clock);
                if (message.routes != null && $Object.hasOwnProperty.call(message, "routes"))
                    $root.ringkv.v1.Routes.encode(message.routes, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ServerFrame message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ServerFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ServerFrame & ringkv.v1.ServerFrame.$Shape} ServerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clock = value;
                            else
                                delete message.clock;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.Internal = (function() {

            /**
             * Constructs a new Internal service.
             * @memberof ringkv.v1
             * @classdesc Represents an Internal
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const Internal = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(Internal.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Internal, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link ringkv.v1.Internal#forward}.
             * @memberof ringkv.v1.Internal
             * @typedef ForwardCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.ForwardReplyFrame} [response] ForwardReplyFrame
             */

            /**
             * Calls Forward.
             * @memberof ringkv.v1.Internal
             * @typedef Forward
             * @type {{
             *   (request: ringkv.v1.IForwardFrame, callback: ringkv.v1.Internal.ForwardCallback): void;
             *   (request: ringkv.v1.IForwardFrame): Promise<ringkv.v1.ForwardReplyFrame>;
             *   readonly name: "Forward";
             *   readonly path: "/ringkv.v1.Internal/Forward";
             *   readonly requestType: "ForwardFrame";
             *   readonly responseType: "ForwardReplyFrame";
             *   readonly requestStream: true;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Forward.
             * @name ringkv.v1.Internal#forward
             * @type {ringkv.v1.Internal.Forward}
             */
            $Object.defineProperties(Internal.prototype.forward = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Internal.prototype.forward, $root.ringkv.v1.ForwardFrame, $root.ringkv.v1.ForwardReplyFrame, request, callback);
            }, {
                name: { value: "Forward" },
                path: { value: "/ringkv.v1.Internal/Forward" },
                requestType: { value: "ForwardFrame" },
                responseType: { value: "ForwardReplyFrame" },
                requestStream: { value: true },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link ringkv.v1.Internal#watchMap}.
             * @memberof ringkv.v1.Internal
             * @typedef WatchMapCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.MapUpdate} [response] MapUpdate
             */

            /**
             * Calls WatchMap.
             * @memberof ringkv.v1.Internal
             * @typedef WatchMap
             * @type {{
             *   (request: ringkv.v1.IWatchMapRequest, callback: ringkv.v1.Internal.WatchMapCallback): void;
             *   (request: ringkv.v1.IWatchMapRequest): Promise<ringkv.v1.MapUpdate>;
             *   readonly name: "WatchMap";
             *   readonly path: "/ringkv.v1.Internal/WatchMap";
             *   readonly requestType: "WatchMapRequest";
             *   readonly responseType: "MapUpdate";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls WatchMap.
             * @name ringkv.v1.Internal#watchMap
             * @type {ringkv.v1.Internal.WatchMap}
             */
            $Object.defineProperties(Internal.prototype.watchMap = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Internal.prototype.watchMap, $root.ringkv.v1.WatchMapRequest, $root.ringkv.v1.MapUpdate, request, callback);
            }, {
                name: { value: "WatchMap" },
                path: { value: "/ringkv.v1.Internal/WatchMap" },
                requestType: { value: "WatchMapRequest" },
                responseType: { value: "MapUpdate" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link ringkv.v1.Internal#heartbeat}.
             * @memberof ringkv.v1.Internal
             * @typedef HeartbeatCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.HeartbeatResponse} [response] HeartbeatResponse
             */

            /**
             * Calls Heartbeat.
             * @memberof ringkv.v1.Internal
             * @typedef Heartbeat
             * @type {{
             *   (request: ringkv.v1.IHeartbeatRequest, callback: ringkv.v1.Internal.HeartbeatCallback): void;
             *   (request: ringkv.v1.IHeartbeatRequest): Promise<ringkv.v1.HeartbeatResponse>;
             *   readonly name: "Heartbeat";
             *   readonly path: "/ringkv.v1.Internal/Heartbeat";
             *   readonly requestType: "HeartbeatRequest";
             *   readonly responseType: "HeartbeatResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Heartbeat.
             * @name ringkv.v1.Internal#heartbeat
             * @type {ringkv.v1.Internal.Heartbeat}
             */
            $Object.defineProperties(Internal.prototype.heartbeat = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Internal.prototype.heartbeat, $root.ringkv.v1.HeartbeatRequest, $root.ringkv.v1.HeartbeatResponse, request, callback);
            }, {
                name: { value: "Heartbeat" },
                path: { value: "/ringkv.v1.Internal/Heartbeat" },
                requestType: { value: "HeartbeatRequest" },
                responseType: { value: "HeartbeatResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link ringkv.v1.Internal#proposePlacement}.
             * @memberof ringkv.v1.Internal
             * @typedef ProposePlacementCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.PlacementResponse} [response] PlacementResponse
             */

            /**
             * Calls ProposePlacement.
             * @memberof ringkv.v1.Internal
             * @typedef ProposePlacement
             * @type {{
             *   (request: ringkv.v1.IPlacementRequest, callback: ringkv.v1.Internal.ProposePlacementCallback): void;
             *   (request: ringkv.v1.IPlacementRequest): Promise<ringkv.v1.PlacementResponse>;
             *   readonly name: "ProposePlacement";
             *   readonly path: "/ringkv.v1.Internal/ProposePlacement";
             *   readonly requestType: "PlacementRequest";
             *   readonly responseType: "PlacementResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ProposePlacement.
             * @name ringkv.v1.Internal#proposePlacement
             * @type {ringkv.v1.Internal.ProposePlacement}
             */
            $Object.defineProperties(Internal.prototype.proposePlacement = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Internal.prototype.proposePlacement, $root.ringkv.v1.PlacementRequest, $root.ringkv.v1.PlacementResponse, request, callback);
            }, {
                name: { value: "ProposePlacement" },
                path: { value: "/ringkv.v1.Internal/ProposePlacement" },
                requestType: { value: "PlacementRequest" },
                responseType: { value: "PlacementResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            return Internal;
        })();

        v1.ForwardRequest = (function() {

            /**
             * Properties of a ForwardRequest.
             * @typedef {Object} ringkv.v1.ForwardRequest.$Properties
             * @property {number|null} [id] ForwardRequest id
             * @property {number|null} [shard] ForwardRequest shard
             * @property {number|null} [rangeEpoch] ForwardRequest rangeEpoch
             * @property {number|null} [timeoutMs] ForwardRequest timeoutMs
             * @property {Uint8Array|null} [command] ForwardRequest command
             * @property {Uint8Array|null} [read] ForwardRequest read
             * @property {boolean|null} [log] ForwardRequest log
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ForwardRequest.
             * @memberof ringkv.v1
             * @interface IForwardRequest
             * @augments ringkv.v1.ForwardRequest.$Properties
             * @deprecated Use ringkv.v1.ForwardRequest.$Properties instead.
             */

            /**
             * Shape of a ForwardRequest.
             * @typedef {ringkv.v1.ForwardRequest.$Properties} ringkv.v1.ForwardRequest.$Shape
             */

            /**
             * Constructs a new ForwardRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a ForwardRequest.
             * @constructor
             * @param {ringkv.v1.ForwardRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ForwardRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ForwardRequest id.
             * @member {number} id
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ForwardRequest shard.
             * @member {number} shard
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.shard = 0;

            /**
             * ForwardRequest rangeEpoch.
             * @member {number} rangeEpoch
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.rangeEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ForwardRequest timeoutMs.
             * @member {number} timeoutMs
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.timeoutMs = 0;

            /**
             * ForwardRequest command.
             * @member {Uint8Array} command
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.command = $util.newBuffer([]);

            /**
             * ForwardRequest read.
             * @member {Uint8Array} read
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.read = $util.newBuffer([]);

            /**
             * ForwardRequest log.
             * @member {boolean} log
             * @memberof ringkv.v1.ForwardRequest
             * @instance
             */
            ForwardRequest.prototype.log = false;

            /**
             * Encodes the specified ForwardRequest message. Does not implicitly {@link ringkv.v1.ForwardRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ForwardRequest
             * @static
             * @param {ringkv.v1.ForwardRequest.$Properties} message ForwardRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ForwardRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.shard);
                if (message.rangeEpoch != null && $Object.hasOwnProperty.call(message, "rangeEpoch") && (typeof message.rangeEpoch === "object" ? message.rangeEpoch.low || message.rangeEpoch.high : message.rangeEpoch !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rangeEpoch);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.timeoutMs);
                if (message.command != null && $Object.hasOwnProperty.call(message, "command") && message.command.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.command);
                if (message.read != null && $Object.hasOwnProperty.call(message, "read") && message.read.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.read);
                if (message.log != null && $Object.hasOwnProperty.call(message, "log") && message.log !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.log);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ForwardRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ForwardRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardRequest & ringkv.v1.ForwardRequest.$Shape} ForwardRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeEpoch = value;
                            else
                                delete message.rangeEpoch;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.command = value;
                            else
                                delete message.command;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.read = value;
                            else
                                delete message.read;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.log = value;
                            else
                                delete message.log;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ForwardFrame.
             * @typedef {Object} ringkv.v1.ForwardFrame.$Properties
             * @property {string|null} [clusterId] ForwardFrame clusterId
             * @property {number|null} [node] ForwardFrame node
             * @property {number|null} [clock] ForwardFrame clock
             * @property {Array.<ringkv.v1.ForwardRequest.$Properties>|null} [requests] ForwardFrame requests
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ForwardFrame.
             * @memberof ringkv.v1
             * @interface IForwardFrame
             * @augments ringkv.v1.ForwardFrame.$Properties
             * @deprecated Use ringkv.v1.ForwardFrame.$Properties instead.
             */

            /**
             * Shape of a ForwardFrame.
             * @typedef {ringkv.v1.ForwardFrame.$Properties} ringkv.v1.ForwardFrame.$Shape
             */

            /**
             * Constructs a new ForwardFrame.
             * @memberof ringkv.v1
             * @classdesc Represents a ForwardFrame.
             * @constructor
             * @param {ringkv.v1.ForwardFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ForwardFrame = function (properties) {
                this.requests = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ForwardFrame clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.ForwardFrame
             * @instance
             */
            ForwardFrame.prototype.clusterId = "";

            /**
             * ForwardFrame node.
             * @member {number} node
             * @memberof ringkv.v1.ForwardFrame
             * @instance
             */
            ForwardFrame.prototype.node = 0;

            /**
             * ForwardFrame clock.
             * @member {number} clock
             * @memberof ringkv.v1.ForwardFrame
             * @instance
             */
            ForwardFrame.prototype.clock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ForwardFrame requests.
             * @member {Array.<ringkv.v1.ForwardRequest.$Properties>} requests
             * @memberof ringkv.v1.ForwardFrame
             * @instance
             */
            ForwardFrame.prototype.requests = $util.emptyArray;

            /**
             * Encodes the specified ForwardFrame message. Does not implicitly {@link ringkv.v1.ForwardFrame.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ForwardFrame
             * @static
             * @param {ringkv.v1.ForwardFrame.$Properties} message ForwardFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ForwardFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock") && (typeof message.clock === "object" ? message.clock.low || message.clock.high : message.clock !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.clock);
                if (message.requests != null && message.requests.length)
                    for (let i = 0; i < message.requests.length; ++i)
                        $root.ringkv.v1.ForwardRequest.encode(message.requests[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ForwardFrame message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ForwardFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardFrame & ringkv.v1.ForwardFrame.$Shape} ForwardFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clock = value;
                            else
                                delete message.clock;
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
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ForwardReply.
             * @typedef {Object} ringkv.v1.ForwardReply.$Properties
             * @property {number|null} [id] ForwardReply id
             * @property {Uint8Array|null} [reply] ForwardReply reply
             * @property {Uint8Array|null} [readReply] ForwardReply readReply
             * @property {ringkv.v1.Error.$Properties|null} [error] ForwardReply error
             * @property {number|null} [leader] ForwardReply leader
             * @property {boolean|null} [maybeLogged] ForwardReply maybeLogged
             * @property {"reply"|"readReply"|"error"} [body] ForwardReply body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ForwardReply.
             * @memberof ringkv.v1
             * @interface IForwardReply
             * @augments ringkv.v1.ForwardReply.$Properties
             * @deprecated Use ringkv.v1.ForwardReply.$Properties instead.
             */

            /**
             * Narrowed shape of a ForwardReply.
             * @typedef {{
             *   id?: number|null;
             *   reply?: Uint8Array|null;
             *   readReply?: Uint8Array|null;
             *   error?: ringkv.v1.Error.$Shape|null;
             *   leader?: number|null;
             *   maybeLogged?: boolean|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; reply?: null; readReply?: null; error?: null }|{ body?: "reply"; reply: Uint8Array; readReply?: null; error?: null }|{ body?: "readReply"; reply?: null; readReply: Uint8Array; error?: null }|{ body?: "error"; reply?: null; readReply?: null; error: ringkv.v1.Error.$Shape })
             * )} ringkv.v1.ForwardReply.$Shape
             */

            /**
             * Constructs a new ForwardReply.
             * @memberof ringkv.v1
             * @classdesc Represents a ForwardReply.
             * @constructor
             * @param {ringkv.v1.ForwardReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ForwardReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ForwardReply id.
             * @member {number} id
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ForwardReply reply.
             * @member {Uint8Array|null|undefined} reply
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.reply = null;

            /**
             * ForwardReply readReply.
             * @member {Uint8Array|null|undefined} readReply
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.readReply = null;

            /**
             * ForwardReply error.
             * @member {ringkv.v1.Error.$Properties|null|undefined} error
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.error = null;

            /**
             * ForwardReply leader.
             * @member {number} leader
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.leader = 0;

            /**
             * ForwardReply maybeLogged.
             * @member {boolean} maybeLogged
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            ForwardReply.prototype.maybeLogged = false;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ForwardReply body.
             * @member {"reply"|"readReply"|"error"|undefined} body
             * @memberof ringkv.v1.ForwardReply
             * @instance
             */
            $Object.defineProperty(ForwardReply.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["reply", "readReply", "error"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ForwardReply message. Does not implicitly {@link ringkv.v1.ForwardReply.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ForwardReply
             * @static
             * @param {ringkv.v1.ForwardReply.$Properties} message ForwardReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ForwardReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.reply != null && $Object.hasOwnProperty.call(message, "reply"))
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.reply);
                if (message.readReply != null && $Object.hasOwnProperty.call(message, "readReply"))
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.readReply);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.ringkv.v1.Error.encode(message.error, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.leader);
                if (message.maybeLogged != null && $Object.hasOwnProperty.call(message, "maybeLogged") && message.maybeLogged !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.maybeLogged);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ForwardReply message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ForwardReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardReply & ringkv.v1.ForwardReply.$Shape} ForwardReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reply = reader.bytes();
                            message.body = "reply";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.readReply = reader.bytes();
                            message.body = "readReply";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringkv.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.body = "error";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.maybeLogged = value;
                            else
                                delete message.maybeLogged;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ForwardReplyFrame.
             * @typedef {Object} ringkv.v1.ForwardReplyFrame.$Properties
             * @property {number|null} [clock] ForwardReplyFrame clock
             * @property {Array.<ringkv.v1.ForwardReply.$Properties>|null} [replies] ForwardReplyFrame replies
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ForwardReplyFrame.
             * @memberof ringkv.v1
             * @interface IForwardReplyFrame
             * @augments ringkv.v1.ForwardReplyFrame.$Properties
             * @deprecated Use ringkv.v1.ForwardReplyFrame.$Properties instead.
             */

            /**
             * Shape of a ForwardReplyFrame.
             * @typedef {{
             *   clock?: number|null;
             *   replies?: Array.<ringkv.v1.ForwardReply.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringkv.v1.ForwardReplyFrame.$Shape
             */

            /**
             * Constructs a new ForwardReplyFrame.
             * @memberof ringkv.v1
             * @classdesc Represents a ForwardReplyFrame.
             * @constructor
             * @param {ringkv.v1.ForwardReplyFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ForwardReplyFrame = function (properties) {
                this.replies = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ForwardReplyFrame clock.
             * @member {number} clock
             * @memberof ringkv.v1.ForwardReplyFrame
             * @instance
             */
            ForwardReplyFrame.prototype.clock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ForwardReplyFrame replies.
             * @member {Array.<ringkv.v1.ForwardReply.$Properties>} replies
             * @memberof ringkv.v1.ForwardReplyFrame
             * @instance
             */
            ForwardReplyFrame.prototype.replies = $util.emptyArray;

            /**
             * Encodes the specified ForwardReplyFrame message. Does not implicitly {@link ringkv.v1.ForwardReplyFrame.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ForwardReplyFrame
             * @static
             * @param {ringkv.v1.ForwardReplyFrame.$Properties} message ForwardReplyFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ForwardReplyFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock") && (typeof message.clock === "object" ? message.clock.low || message.clock.high : message.clock !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.clock);
                if (message.replies != null && message.replies.length)
                    for (let i = 0; i < message.replies.length; ++i)
                        $root.ringkv.v1.ForwardReply.encode(message.replies[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ForwardReplyFrame message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ForwardReplyFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardReplyFrame & ringkv.v1.ForwardReplyFrame.$Shape} ForwardReplyFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clock = value;
                            else
                                delete message.clock;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a WatchMapRequest.
             * @typedef {Object} ringkv.v1.WatchMapRequest.$Properties
             * @property {string|null} [clusterId] WatchMapRequest clusterId
             * @property {number|null} [node] WatchMapRequest node
             * @property {number|null} [since] WatchMapRequest since
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchMapRequest.
             * @memberof ringkv.v1
             * @interface IWatchMapRequest
             * @augments ringkv.v1.WatchMapRequest.$Properties
             * @deprecated Use ringkv.v1.WatchMapRequest.$Properties instead.
             */

            /**
             * Shape of a WatchMapRequest.
             * @typedef {ringkv.v1.WatchMapRequest.$Properties} ringkv.v1.WatchMapRequest.$Shape
             */

            /**
             * Constructs a new WatchMapRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a WatchMapRequest.
             * @constructor
             * @param {ringkv.v1.WatchMapRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchMapRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchMapRequest clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.WatchMapRequest
             * @instance
             */
            WatchMapRequest.prototype.clusterId = "";

            /**
             * WatchMapRequest node.
             * @member {number} node
             * @memberof ringkv.v1.WatchMapRequest
             * @instance
             */
            WatchMapRequest.prototype.node = 0;

            /**
             * WatchMapRequest since.
             * @member {number} since
             * @memberof ringkv.v1.WatchMapRequest
             * @instance
             */
            WatchMapRequest.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified WatchMapRequest message. Does not implicitly {@link ringkv.v1.WatchMapRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.WatchMapRequest
             * @static
             * @param {ringkv.v1.WatchMapRequest.$Properties} message WatchMapRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchMapRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.since);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchMapRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.WatchMapRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.WatchMapRequest & ringkv.v1.WatchMapRequest.$Shape} WatchMapRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.since = value;
                            else
                                delete message.since;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a LeaderHint.
             * @typedef {Object} ringkv.v1.LeaderHint.$Properties
             * @property {number|null} [shard] LeaderHint shard
             * @property {number|null} [leader] LeaderHint leader
             * @property {number|null} [term] LeaderHint term
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LeaderHint.
             * @memberof ringkv.v1
             * @interface ILeaderHint
             * @augments ringkv.v1.LeaderHint.$Properties
             * @deprecated Use ringkv.v1.LeaderHint.$Properties instead.
             */

            /**
             * Shape of a LeaderHint.
             * @typedef {ringkv.v1.LeaderHint.$Properties} ringkv.v1.LeaderHint.$Shape
             */

            /**
             * Constructs a new LeaderHint.
             * @memberof ringkv.v1
             * @classdesc Represents a LeaderHint.
             * @constructor
             * @param {ringkv.v1.LeaderHint.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LeaderHint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LeaderHint shard.
             * @member {number} shard
             * @memberof ringkv.v1.LeaderHint
             * @instance
             */
            LeaderHint.prototype.shard = 0;

            /**
             * LeaderHint leader.
             * @member {number} leader
             * @memberof ringkv.v1.LeaderHint
             * @instance
             */
            LeaderHint.prototype.leader = 0;

            /**
             * LeaderHint term.
             * @member {number} term
             * @memberof ringkv.v1.LeaderHint
             * @instance
             */
            LeaderHint.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified LeaderHint message. Does not implicitly {@link ringkv.v1.LeaderHint.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.LeaderHint
             * @static
             * @param {ringkv.v1.LeaderHint.$Properties} message LeaderHint message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LeaderHint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leader);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LeaderHint message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.LeaderHint
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.LeaderHint & ringkv.v1.LeaderHint.$Shape} LeaderHint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a MapUpdate.
             * @typedef {Object} ringkv.v1.MapUpdate.$Properties
             * @property {number|null} [version] MapUpdate version
             * @property {Uint8Array|null} [delta] MapUpdate delta
             * @property {Array.<ringkv.v1.LeaderHint.$Properties>|null} [leaders] MapUpdate leaders
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MapUpdate.
             * @memberof ringkv.v1
             * @interface IMapUpdate
             * @augments ringkv.v1.MapUpdate.$Properties
             * @deprecated Use ringkv.v1.MapUpdate.$Properties instead.
             */

            /**
             * Shape of a MapUpdate.
             * @typedef {ringkv.v1.MapUpdate.$Properties} ringkv.v1.MapUpdate.$Shape
             */

            /**
             * Constructs a new MapUpdate.
             * @memberof ringkv.v1
             * @classdesc Represents a MapUpdate.
             * @constructor
             * @param {ringkv.v1.MapUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MapUpdate = function (properties) {
                this.leaders = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MapUpdate version.
             * @member {number} version
             * @memberof ringkv.v1.MapUpdate
             * @instance
             */
            MapUpdate.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * MapUpdate delta.
             * @member {Uint8Array} delta
             * @memberof ringkv.v1.MapUpdate
             * @instance
             */
            MapUpdate.prototype.delta = $util.newBuffer([]);

            /**
             * MapUpdate leaders.
             * @member {Array.<ringkv.v1.LeaderHint.$Properties>} leaders
             * @memberof ringkv.v1.MapUpdate
             * @instance
             */
            MapUpdate.prototype.leaders = $util.emptyArray;

            /**
             * Encodes the specified MapUpdate message. Does not implicitly {@link ringkv.v1.MapUpdate.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.MapUpdate
             * @static
             * @param {ringkv.v1.MapUpdate.$Properties} message MapUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MapUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && message.delta.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.delta);
                if (message.leaders != null && message.leaders.length)
                    for (let i = 0; i < message.leaders.length; ++i)
                        $root.ringkv.v1.LeaderHint.encode(message.leaders[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MapUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.MapUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.MapUpdate & ringkv.v1.MapUpdate.$Shape} MapUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.delta = value;
                            else
                                delete message.delta;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a ShardReport.
             * @typedef {Object} ringkv.v1.ShardReport.$Properties
             * @property {number|null} [shard] ShardReport shard
             * @property {boolean|null} [leading] ShardReport leading
             * @property {number|null} [term] ShardReport term
             * @property {number|null} [appliedIndex] ShardReport appliedIndex
             * @property {number|null} [approximateBytes] ShardReport approximateBytes
             * @property {number|null} [configEpoch] ShardReport configEpoch
             * @property {number|null} [rangeEpoch] ShardReport rangeEpoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ShardReport.
             * @memberof ringkv.v1
             * @interface IShardReport
             * @augments ringkv.v1.ShardReport.$Properties
             * @deprecated Use ringkv.v1.ShardReport.$Properties instead.
             */

            /**
             * Shape of a ShardReport.
             * @typedef {ringkv.v1.ShardReport.$Properties} ringkv.v1.ShardReport.$Shape
             */

            /**
             * Constructs a new ShardReport.
             * @memberof ringkv.v1
             * @classdesc Represents a ShardReport.
             * @constructor
             * @param {ringkv.v1.ShardReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ShardReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ShardReport shard.
             * @member {number} shard
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.shard = 0;

            /**
             * ShardReport leading.
             * @member {boolean} leading
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.leading = false;

            /**
             * ShardReport term.
             * @member {number} term
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardReport appliedIndex.
             * @member {number} appliedIndex
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardReport approximateBytes.
             * @member {number} approximateBytes
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.approximateBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardReport configEpoch.
             * @member {number} configEpoch
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.configEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ShardReport rangeEpoch.
             * @member {number} rangeEpoch
             * @memberof ringkv.v1.ShardReport
             * @instance
             */
            ShardReport.prototype.rangeEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ShardReport message. Does not implicitly {@link ringkv.v1.ShardReport.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.ShardReport
             * @static
             * @param {ringkv.v1.ShardReport.$Properties} message ShardReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ShardReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.leading != null && $Object.hasOwnProperty.call(message, "leading") && message.leading !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.leading);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.term);
                if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.appliedIndex);
                if (message.approximateBytes != null && $Object.hasOwnProperty.call(message, "approximateBytes") && (typeof message.approximateBytes === "object" ? message.approximateBytes.low || message.approximateBytes.high : message.approximateBytes !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.approximateBytes);
                if (message.configEpoch != null && $Object.hasOwnProperty.call(message, "configEpoch") && (typeof message.configEpoch === "object" ? message.configEpoch.low || message.configEpoch.high : message.configEpoch !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.configEpoch);
                if (message.rangeEpoch != null && $Object.hasOwnProperty.call(message, "rangeEpoch") && (typeof message.rangeEpoch === "object" ? message.rangeEpoch.low || message.rangeEpoch.high : message.rangeEpoch !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.rangeEpoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ShardReport message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.ShardReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.ShardReport & ringkv.v1.ShardReport.$Shape} ShardReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.leading = value;
                            else
                                delete message.leading;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.appliedIndex = value;
                            else
                                delete message.appliedIndex;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.approximateBytes = value;
                            else
                                delete message.approximateBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.configEpoch = value;
                            else
                                delete message.configEpoch;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeEpoch = value;
                            else
                                delete message.rangeEpoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.HeartbeatRequest = (function() {

            /**
             * Properties of a HeartbeatRequest.
             * @typedef {Object} ringkv.v1.HeartbeatRequest.$Properties
             * @property {string|null} [clusterId] HeartbeatRequest clusterId
             * @property {number|null} [node] HeartbeatRequest node
             * @property {string|null} [address] HeartbeatRequest address
             * @property {Object.<string,string>|null} [labels] HeartbeatRequest labels
             * @property {number|null} [capacity] HeartbeatRequest capacity
             * @property {string|null} [version] HeartbeatRequest version
             * @property {string|null} [bootId] HeartbeatRequest bootId
             * @property {number|null} [diskFreeBytes] HeartbeatRequest diskFreeBytes
             * @property {number|null} [diskTotalBytes] HeartbeatRequest diskTotalBytes
             * @property {number|null} [memoryBytes] HeartbeatRequest memoryBytes
             * @property {number|null} [uptimeSeconds] HeartbeatRequest uptimeSeconds
             * @property {Array.<ringkv.v1.ShardReport.$Properties>|null} [shards] HeartbeatRequest shards
             * @property {boolean|null} [full] HeartbeatRequest full
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeartbeatRequest.
             * @memberof ringkv.v1
             * @interface IHeartbeatRequest
             * @augments ringkv.v1.HeartbeatRequest.$Properties
             * @deprecated Use ringkv.v1.HeartbeatRequest.$Properties instead.
             */

            /**
             * Shape of a HeartbeatRequest.
             * @typedef {ringkv.v1.HeartbeatRequest.$Properties} ringkv.v1.HeartbeatRequest.$Shape
             */

            /**
             * Constructs a new HeartbeatRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a HeartbeatRequest.
             * @constructor
             * @param {ringkv.v1.HeartbeatRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HeartbeatRequest = function (properties) {
                this.labels = {};
                this.shards = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeartbeatRequest clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.clusterId = "";

            /**
             * HeartbeatRequest node.
             * @member {number} node
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.node = 0;

            /**
             * HeartbeatRequest address.
             * @member {string} address
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.address = "";

            /**
             * HeartbeatRequest labels.
             * @member {Object.<string,string>} labels
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.labels = $util.emptyObject;

            /**
             * HeartbeatRequest capacity.
             * @member {number} capacity
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.capacity = 0;

            /**
             * HeartbeatRequest version.
             * @member {string} version
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.version = "";

            /**
             * HeartbeatRequest bootId.
             * @member {string} bootId
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.bootId = "";

            /**
             * HeartbeatRequest diskFreeBytes.
             * @member {number} diskFreeBytes
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.diskFreeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HeartbeatRequest diskTotalBytes.
             * @member {number} diskTotalBytes
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.diskTotalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HeartbeatRequest memoryBytes.
             * @member {number} memoryBytes
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HeartbeatRequest uptimeSeconds.
             * @member {number} uptimeSeconds
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.uptimeSeconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HeartbeatRequest shards.
             * @member {Array.<ringkv.v1.ShardReport.$Properties>} shards
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.shards = $util.emptyArray;

            /**
             * HeartbeatRequest full.
             * @member {boolean} full
             * @memberof ringkv.v1.HeartbeatRequest
             * @instance
             */
            HeartbeatRequest.prototype.full = false;

            /**
             * Encodes the specified HeartbeatRequest message. Does not implicitly {@link ringkv.v1.HeartbeatRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.HeartbeatRequest
             * @static
             * @param {ringkv.v1.HeartbeatRequest.$Properties} message HeartbeatRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeartbeatRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.labels[keys[i]]).ldelim();
                if (message.capacity != null && $Object.hasOwnProperty.call(message, "capacity") && !$Object.is(message.capacity, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.capacity);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.version);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.bootId);
                if (message.diskFreeBytes != null && $Object.hasOwnProperty.call(message, "diskFreeBytes") && (typeof message.diskFreeBytes === "object" ? message.diskFreeBytes.low || message.diskFreeBytes.high : message.diskFreeBytes !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.diskFreeBytes);
                if (message.diskTotalBytes != null && $Object.hasOwnProperty.call(message, "diskTotalBytes") && (typeof message.diskTotalBytes === "object" ? message.diskTotalBytes.low || message.diskTotalBytes.high : message.diskTotalBytes !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.diskTotalBytes);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.memoryBytes);
                if (message.uptimeSeconds != null && $Object.hasOwnProperty.call(message, "uptimeSeconds") && (typeof message.uptimeSeconds === "object" ? message.uptimeSeconds.low || message.uptimeSeconds.high : message.uptimeSeconds !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.uptimeSeconds);
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        $root.ringkv.v1.ShardReport.encode(message.shards[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.full != null && $Object.hasOwnProperty.call(message, "full") && message.full !== false)
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.full);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeartbeatRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.HeartbeatRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.HeartbeatRequest & ringkv.v1.HeartbeatRequest.$Shape} HeartbeatRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
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
                            if (!$Object.is(value = reader.double(), 0))
                                message.capacity = value;
                            else
                                delete message.capacity;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.diskFreeBytes = value;
                            else
                                delete message.diskFreeBytes;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.diskTotalBytes = value;
                            else
                                delete message.diskTotalBytes;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeSeconds = value;
                            else
                                delete message.uptimeSeconds;
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
                            if (value = reader.bool())
                                message.full = value;
                            else
                                delete message.full;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a HeartbeatResponse.
             * @typedef {Object} ringkv.v1.HeartbeatResponse.$Properties
             * @property {boolean|null} [notLeader] HeartbeatResponse notLeader
             * @property {number|null} [leader] HeartbeatResponse leader
             * @property {boolean|null} [wantFull] HeartbeatResponse wantFull
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HeartbeatResponse.
             * @memberof ringkv.v1
             * @interface IHeartbeatResponse
             * @augments ringkv.v1.HeartbeatResponse.$Properties
             * @deprecated Use ringkv.v1.HeartbeatResponse.$Properties instead.
             */

            /**
             * Shape of a HeartbeatResponse.
             * @typedef {ringkv.v1.HeartbeatResponse.$Properties} ringkv.v1.HeartbeatResponse.$Shape
             */

            /**
             * Constructs a new HeartbeatResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a HeartbeatResponse.
             * @constructor
             * @param {ringkv.v1.HeartbeatResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HeartbeatResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HeartbeatResponse notLeader.
             * @member {boolean} notLeader
             * @memberof ringkv.v1.HeartbeatResponse
             * @instance
             */
            HeartbeatResponse.prototype.notLeader = false;

            /**
             * HeartbeatResponse leader.
             * @member {number} leader
             * @memberof ringkv.v1.HeartbeatResponse
             * @instance
             */
            HeartbeatResponse.prototype.leader = 0;

            /**
             * HeartbeatResponse wantFull.
             * @member {boolean} wantFull
             * @memberof ringkv.v1.HeartbeatResponse
             * @instance
             */
            HeartbeatResponse.prototype.wantFull = false;

            /**
             * Encodes the specified HeartbeatResponse message. Does not implicitly {@link ringkv.v1.HeartbeatResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.HeartbeatResponse
             * @static
             * @param {ringkv.v1.HeartbeatResponse.$Properties} message HeartbeatResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HeartbeatResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.notLeader != null && $Object.hasOwnProperty.call(message, "notLeader") && message.notLeader !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.notLeader);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leader);
                if (message.wantFull != null && $Object.hasOwnProperty.call(message, "wantFull") && message.wantFull !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.wantFull);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HeartbeatResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.HeartbeatResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.HeartbeatResponse & ringkv.v1.HeartbeatResponse.$Shape} HeartbeatResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.bool())
                                message.notLeader = value;
                            else
                                delete message.notLeader;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.wantFull = value;
                            else
                                delete message.wantFull;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a PlacementRequest.
             * @typedef {Object} ringkv.v1.PlacementRequest.$Properties
             * @property {string|null} [clusterId] PlacementRequest clusterId
             * @property {Uint8Array|null} [command] PlacementRequest command
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PlacementRequest.
             * @memberof ringkv.v1
             * @interface IPlacementRequest
             * @augments ringkv.v1.PlacementRequest.$Properties
             * @deprecated Use ringkv.v1.PlacementRequest.$Properties instead.
             */

            /**
             * Shape of a PlacementRequest.
             * @typedef {ringkv.v1.PlacementRequest.$Properties} ringkv.v1.PlacementRequest.$Shape
             */

            /**
             * Constructs a new PlacementRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a PlacementRequest.
             * @constructor
             * @param {ringkv.v1.PlacementRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PlacementRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PlacementRequest clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.PlacementRequest
             * @instance
             */
            PlacementRequest.prototype.clusterId = "";

            /**
             * PlacementRequest command.
             * @member {Uint8Array} command
             * @memberof ringkv.v1.PlacementRequest
             * @instance
             */
            PlacementRequest.prototype.command = $util.newBuffer([]);

            /**
             * Encodes the specified PlacementRequest message. Does not implicitly {@link ringkv.v1.PlacementRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.PlacementRequest
             * @static
             * @param {ringkv.v1.PlacementRequest.$Properties} message PlacementRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PlacementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.command != null && $Object.hasOwnProperty.call(message, "command") && message.command.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.command);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PlacementRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.PlacementRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.PlacementRequest & ringkv.v1.PlacementRequest.$Shape} PlacementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.command = value;
                            else
                                delete message.command;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a PlacementResponse.
             * @typedef {Object} ringkv.v1.PlacementResponse.$Properties
             * @property {Uint8Array|null} [reply] PlacementResponse reply
             * @property {boolean|null} [notLeader] PlacementResponse notLeader
             * @property {number|null} [leader] PlacementResponse leader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PlacementResponse.
             * @memberof ringkv.v1
             * @interface IPlacementResponse
             * @augments ringkv.v1.PlacementResponse.$Properties
             * @deprecated Use ringkv.v1.PlacementResponse.$Properties instead.
             */

            /**
             * Shape of a PlacementResponse.
             * @typedef {ringkv.v1.PlacementResponse.$Properties} ringkv.v1.PlacementResponse.$Shape
             */

            /**
             * Constructs a new PlacementResponse.
             * @memberof ringkv.v1
             * @classdesc Represents a PlacementResponse.
             * @constructor
             * @param {ringkv.v1.PlacementResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PlacementResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PlacementResponse reply.
             * @member {Uint8Array} reply
             * @memberof ringkv.v1.PlacementResponse
             * @instance
             */
            PlacementResponse.prototype.reply = $util.newBuffer([]);

            /**
             * PlacementResponse notLeader.
             * @member {boolean} notLeader
             * @memberof ringkv.v1.PlacementResponse
             * @instance
             */
            PlacementResponse.prototype.notLeader = false;

            /**
             * PlacementResponse leader.
             * @member {number} leader
             * @memberof ringkv.v1.PlacementResponse
             * @instance
             */
            PlacementResponse.prototype.leader = 0;

            /**
             * Encodes the specified PlacementResponse message. Does not implicitly {@link ringkv.v1.PlacementResponse.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.PlacementResponse
             * @static
             * @param {ringkv.v1.PlacementResponse.$Properties} message PlacementResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PlacementResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reply != null && $Object.hasOwnProperty.call(message, "reply") && message.reply.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.reply);
                if (message.notLeader != null && $Object.hasOwnProperty.call(message, "notLeader") && message.notLeader !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.notLeader);
                if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.leader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PlacementResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.PlacementResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.PlacementResponse & ringkv.v1.PlacementResponse.$Shape} PlacementResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.reply = value;
                            else
                                delete message.reply;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.notLeader = value;
                            else
                                delete message.notLeader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leader = value;
                            else
                                delete message.leader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.Raft = (function() {

            /**
             * Constructs a new Raft service.
             * @memberof ringkv.v1
             * @classdesc Represents a Raft
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const Raft = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(Raft.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Raft, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link ringkv.v1.Raft#listen}.
             * @memberof ringkv.v1.Raft
             * @typedef ListenCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.RaftFrame} [response] RaftFrame
             */

            /**
             * Calls Listen.
             * @memberof ringkv.v1.Raft
             * @typedef Listen
             * @type {{
             *   (request: ringkv.v1.IRaftHello, callback: ringkv.v1.Raft.ListenCallback): void;
             *   (request: ringkv.v1.IRaftHello): Promise<ringkv.v1.RaftFrame>;
             *   readonly name: "Listen";
             *   readonly path: "/ringkv.v1.Raft/Listen";
             *   readonly requestType: "RaftHello";
             *   readonly responseType: "RaftFrame";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Listen.
             * @name ringkv.v1.Raft#listen
             * @type {ringkv.v1.Raft.Listen}
             */
            $Object.defineProperties(Raft.prototype.listen = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.listen, $root.ringkv.v1.RaftHello, $root.ringkv.v1.RaftFrame, request, callback);
            }, {
                name: { value: "Listen" },
                path: { value: "/ringkv.v1.Raft/Listen" },
                requestType: { value: "RaftHello" },
                responseType: { value: "RaftFrame" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link ringkv.v1.Raft#fetchSnapshot}.
             * @memberof ringkv.v1.Raft
             * @typedef FetchSnapshotCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {ringkv.v1.SnapshotChunk} [response] SnapshotChunk
             */

            /**
             * Calls FetchSnapshot.
             * @memberof ringkv.v1.Raft
             * @typedef FetchSnapshot
             * @type {{
             *   (request: ringkv.v1.ISnapshotRequest, callback: ringkv.v1.Raft.FetchSnapshotCallback): void;
             *   (request: ringkv.v1.ISnapshotRequest): Promise<ringkv.v1.SnapshotChunk>;
             *   readonly name: "FetchSnapshot";
             *   readonly path: "/ringkv.v1.Raft/FetchSnapshot";
             *   readonly requestType: "SnapshotRequest";
             *   readonly responseType: "SnapshotChunk";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls FetchSnapshot.
             * @name ringkv.v1.Raft#fetchSnapshot
             * @type {ringkv.v1.Raft.FetchSnapshot}
             */
            $Object.defineProperties(Raft.prototype.fetchSnapshot = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Raft.prototype.fetchSnapshot, $root.ringkv.v1.SnapshotRequest, $root.ringkv.v1.SnapshotChunk, request, callback);
            }, {
                name: { value: "FetchSnapshot" },
                path: { value: "/ringkv.v1.Raft/FetchSnapshot" },
                requestType: { value: "SnapshotRequest" },
                responseType: { value: "SnapshotChunk" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            return Raft;
        })();

        v1.RaftHello = (function() {

            /**
             * Properties of a RaftHello.
             * @typedef {Object} ringkv.v1.RaftHello.$Properties
             * @property {string|null} [clusterId] RaftHello clusterId
             * @property {number|null} [node] RaftHello node
             * @property {string|null} [bootId] RaftHello bootId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftHello.
             * @memberof ringkv.v1
             * @interface IRaftHello
             * @augments ringkv.v1.RaftHello.$Properties
             * @deprecated Use ringkv.v1.RaftHello.$Properties instead.
             */

            /**
             * Shape of a RaftHello.
             * @typedef {ringkv.v1.RaftHello.$Properties} ringkv.v1.RaftHello.$Shape
             */

            /**
             * Constructs a new RaftHello.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftHello.
             * @constructor
             * @param {ringkv.v1.RaftHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftHello clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.RaftHello
             * @instance
             */
            RaftHello.prototype.clusterId = "";

            /**
             * RaftHello node.
             * @member {number} node
             * @memberof ringkv.v1.RaftHello
             * @instance
             */
            RaftHello.prototype.node = 0;

            /**
             * RaftHello bootId.
             * @member {string} bootId
             * @memberof ringkv.v1.RaftHello
             * @instance
             */
            RaftHello.prototype.bootId = "";

            /**
             * Encodes the specified RaftHello message. Does not implicitly {@link ringkv.v1.RaftHello.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftHello
             * @static
             * @param {ringkv.v1.RaftHello.$Properties} message RaftHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RaftHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.bootId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftHello message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftHello & ringkv.v1.RaftHello.$Shape} RaftHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RaftFrame.
             * @typedef {Object} ringkv.v1.RaftFrame.$Properties
             * @property {Array.<ringkv.v1.RaftMessage.$Properties>|null} [messages] RaftFrame messages
             * @property {number|null} [clock] RaftFrame clock
             * @property {string|null} [bootId] RaftFrame bootId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftFrame.
             * @memberof ringkv.v1
             * @interface IRaftFrame
             * @augments ringkv.v1.RaftFrame.$Properties
             * @deprecated Use ringkv.v1.RaftFrame.$Properties instead.
             */

            /**
             * Shape of a RaftFrame.
             * @typedef {ringkv.v1.RaftFrame.$Properties} ringkv.v1.RaftFrame.$Shape
             */

            /**
             * Constructs a new RaftFrame.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftFrame.
             * @constructor
             * @param {ringkv.v1.RaftFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftFrame = function (properties) {
                this.messages = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftFrame messages.
             * @member {Array.<ringkv.v1.RaftMessage.$Properties>} messages
             * @memberof ringkv.v1.RaftFrame
             * @instance
             */
            RaftFrame.prototype.messages = $util.emptyArray;

            /**
             * RaftFrame clock.
             * @member {number} clock
             * @memberof ringkv.v1.RaftFrame
             * @instance
             */
            RaftFrame.prototype.clock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftFrame bootId.
             * @member {string} bootId
             * @memberof ringkv.v1.RaftFrame
             * @instance
             */
            RaftFrame.prototype.bootId = "";

            /**
             * Encodes the specified RaftFrame message. Does not implicitly {@link ringkv.v1.RaftFrame.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftFrame
             * @static
             * @param {ringkv.v1.RaftFrame.$Properties} message RaftFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.clock != null && $Object.hasOwnProperty.call(message, "clock") && (typeof message.clock === "object" ? message.clock.low || message.clock.high : message.clock !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.clock);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.bootId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftFrame message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftFrame & ringkv.v1.RaftFrame.$Shape} RaftFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clock = value;
                            else
                                delete message.clock;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

        v1.RaftEntry = (function() {

            /**
             * Properties of a RaftEntry.
             * @typedef {Object} ringkv.v1.RaftEntry.$Properties
             * @property {number|null} [term] RaftEntry term
             * @property {number|null} [index] RaftEntry index
             * @property {number|null} [type] RaftEntry type
             * @property {Uint8Array|null} [data] RaftEntry data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftEntry.
             * @memberof ringkv.v1
             * @interface IRaftEntry
             * @augments ringkv.v1.RaftEntry.$Properties
             * @deprecated Use ringkv.v1.RaftEntry.$Properties instead.
             */

            /**
             * Shape of a RaftEntry.
             * @typedef {ringkv.v1.RaftEntry.$Properties} ringkv.v1.RaftEntry.$Shape
             */

            /**
             * Constructs a new RaftEntry.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftEntry.
             * @constructor
             * @param {ringkv.v1.RaftEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftEntry term.
             * @member {number} term
             * @memberof ringkv.v1.RaftEntry
             * @instance
             */
            RaftEntry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftEntry index.
             * @member {number} index
             * @memberof ringkv.v1.RaftEntry
             * @instance
             */
            RaftEntry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftEntry type.
             * @member {number} type
             * @memberof ringkv.v1.RaftEntry
             * @instance
             */
            RaftEntry.prototype.type = 0;

            /**
             * RaftEntry data.
             * @member {Uint8Array} data
             * @memberof ringkv.v1.RaftEntry
             * @instance
             */
            RaftEntry.prototype.data = $util.newBuffer([]);

            /**
             * Encodes the specified RaftEntry message. Does not implicitly {@link ringkv.v1.RaftEntry.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftEntry
             * @static
             * @param {ringkv.v1.RaftEntry.$Properties} message RaftEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RaftEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.type);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftEntry message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftEntry & ringkv.v1.RaftEntry.$Shape} RaftEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RaftConfState.
             * @typedef {Object} ringkv.v1.RaftConfState.$Properties
             * @property {Array.<number>|null} [voters] RaftConfState voters
             * @property {Array.<number>|null} [votersOutgoing] RaftConfState votersOutgoing
             * @property {Array.<number>|null} [learners] RaftConfState learners
             * @property {Array.<number>|null} [learnersNext] RaftConfState learnersNext
             * @property {boolean|null} [autoLeave] RaftConfState autoLeave
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftConfState.
             * @memberof ringkv.v1
             * @interface IRaftConfState
             * @augments ringkv.v1.RaftConfState.$Properties
             * @deprecated Use ringkv.v1.RaftConfState.$Properties instead.
             */

            /**
             * Shape of a RaftConfState.
             * @typedef {ringkv.v1.RaftConfState.$Properties} ringkv.v1.RaftConfState.$Shape
             */

            /**
             * Constructs a new RaftConfState.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftConfState.
             * @constructor
             * @param {ringkv.v1.RaftConfState.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftConfState = function (properties) {
                this.voters = [];
                this.votersOutgoing = [];
                this.learners = [];
                this.learnersNext = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftConfState voters.
             * @member {Array.<number>} voters
             * @memberof ringkv.v1.RaftConfState
             * @instance
             */
            RaftConfState.prototype.voters = $util.emptyArray;

            /**
             * RaftConfState votersOutgoing.
             * @member {Array.<number>} votersOutgoing
             * @memberof ringkv.v1.RaftConfState
             * @instance
             */
            RaftConfState.prototype.votersOutgoing = $util.emptyArray;

            /**
             * RaftConfState learners.
             * @member {Array.<number>} learners
             * @memberof ringkv.v1.RaftConfState
             * @instance
             */
            RaftConfState.prototype.learners = $util.emptyArray;

            /**
             * RaftConfState learnersNext.
             * @member {Array.<number>} learnersNext
             * @memberof ringkv.v1.RaftConfState
             * @instance
             */
            RaftConfState.prototype.learnersNext = $util.emptyArray;

            /**
             * RaftConfState autoLeave.
             * @member {boolean} autoLeave
             * @memberof ringkv.v1.RaftConfState
             * @instance
             */
            RaftConfState.prototype.autoLeave = false;

            /**
             * Encodes the specified RaftConfState message. Does not implicitly {@link ringkv.v1.RaftConfState.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftConfState
             * @static
             * @param {ringkv.v1.RaftConfState.$Properties} message RaftConfState message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
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
                if (message.autoLeave != null && $Object.hasOwnProperty.call(message, "autoLeave") && message.autoLeave !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.autoLeave);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftConfState message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftConfState
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftConfState & ringkv.v1.RaftConfState.$Shape} RaftConfState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.bool())
                                message.autoLeave = value;
                            else
                                delete message.autoLeave;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RaftSnapshot.
             * @typedef {Object} ringkv.v1.RaftSnapshot.$Properties
             * @property {number|null} [index] RaftSnapshot index
             * @property {number|null} [term] RaftSnapshot term
             * @property {ringkv.v1.RaftConfState.$Properties|null} [confState] RaftSnapshot confState
             * @property {Uint8Array|null} [data] RaftSnapshot data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftSnapshot.
             * @memberof ringkv.v1
             * @interface IRaftSnapshot
             * @augments ringkv.v1.RaftSnapshot.$Properties
             * @deprecated Use ringkv.v1.RaftSnapshot.$Properties instead.
             */

            /**
             * Shape of a RaftSnapshot.
             * @typedef {ringkv.v1.RaftSnapshot.$Properties} ringkv.v1.RaftSnapshot.$Shape
             */

            /**
             * Constructs a new RaftSnapshot.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftSnapshot.
             * @constructor
             * @param {ringkv.v1.RaftSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftSnapshot index.
             * @member {number} index
             * @memberof ringkv.v1.RaftSnapshot
             * @instance
             */
            RaftSnapshot.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftSnapshot term.
             * @member {number} term
             * @memberof ringkv.v1.RaftSnapshot
             * @instance
             */
            RaftSnapshot.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftSnapshot confState.
             * @member {ringkv.v1.RaftConfState.$Properties|null|undefined} confState
             * @memberof ringkv.v1.RaftSnapshot
             * @instance
             */
            RaftSnapshot.prototype.confState = null;

            /**
             * RaftSnapshot data.
             * @member {Uint8Array} data
             * @memberof ringkv.v1.RaftSnapshot
             * @instance
             */
            RaftSnapshot.prototype.data = $util.newBuffer([]);

            /**
             * Encodes the specified RaftSnapshot message. Does not implicitly {@link ringkv.v1.RaftSnapshot.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftSnapshot
             * @static
             * @param {ringkv.v1.RaftSnapshot.$Properties} message RaftSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RaftSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.confState != null && $Object.hasOwnProperty.call(message, "confState"))
                    $root.ringkv.v1.RaftConfState.encode(message.confState, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftSnapshot & ringkv.v1.RaftSnapshot.$Shape} RaftSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
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
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a RaftMessage.
             * @typedef {Object} ringkv.v1.RaftMessage.$Properties
             * @property {number|null} [shard] RaftMessage shard
             * @property {number|null} [type] RaftMessage type
             * @property {number|null} [from] RaftMessage from
             * @property {number|null} [to] RaftMessage to
             * @property {number|null} [term] RaftMessage term
             * @property {number|null} [logTerm] RaftMessage logTerm
             * @property {number|null} [index] RaftMessage index
             * @property {number|null} [commit] RaftMessage commit
             * @property {boolean|null} [reject] RaftMessage reject
             * @property {number|null} [rejectHint] RaftMessage rejectHint
             * @property {boolean|null} [transfer] RaftMessage transfer
             * @property {number|null} [context] RaftMessage context
             * @property {Array.<ringkv.v1.RaftEntry.$Properties>|null} [entries] RaftMessage entries
             * @property {ringkv.v1.RaftSnapshot.$Properties|null} [snapshot] RaftMessage snapshot
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RaftMessage.
             * @memberof ringkv.v1
             * @interface IRaftMessage
             * @augments ringkv.v1.RaftMessage.$Properties
             * @deprecated Use ringkv.v1.RaftMessage.$Properties instead.
             */

            /**
             * Shape of a RaftMessage.
             * @typedef {ringkv.v1.RaftMessage.$Properties} ringkv.v1.RaftMessage.$Shape
             */

            /**
             * Constructs a new RaftMessage.
             * @memberof ringkv.v1
             * @classdesc Represents a RaftMessage.
             * @constructor
             * @param {ringkv.v1.RaftMessage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RaftMessage = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RaftMessage shard.
             * @member {number} shard
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.shard = 0;

            /**
             * RaftMessage type.
             * @member {number} type
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.type = 0;

            /**
             * RaftMessage from.
             * @member {number} from
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.from = 0;

            /**
             * RaftMessage to.
             * @member {number} to
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.to = 0;

            /**
             * RaftMessage term.
             * @member {number} term
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage logTerm.
             * @member {number} logTerm
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.logTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage index.
             * @member {number} index
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage commit.
             * @member {number} commit
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage reject.
             * @member {boolean} reject
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.reject = false;

            /**
             * RaftMessage rejectHint.
             * @member {number} rejectHint
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.rejectHint = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage transfer.
             * @member {boolean} transfer
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.transfer = false;

            /**
             * RaftMessage context.
             * @member {number} context
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.context = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RaftMessage entries.
             * @member {Array.<ringkv.v1.RaftEntry.$Properties>} entries
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.entries = $util.emptyArray;

            /**
             * RaftMessage snapshot.
             * @member {ringkv.v1.RaftSnapshot.$Properties|null|undefined} snapshot
             * @memberof ringkv.v1.RaftMessage
             * @instance
             */
            RaftMessage.prototype.snapshot = null;

            /**
             * Encodes the specified RaftMessage message. Does not implicitly {@link ringkv.v1.RaftMessage.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.RaftMessage
             * @static
             * @param {ringkv.v1.RaftMessage.$Properties} message RaftMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RaftMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.shard);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.type);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.to);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.term);
                if (message.logTerm != null && $Object.hasOwnProperty.call(message, "logTerm") && (typeof message.logTerm === "object" ? message.logTerm.low || message.logTerm.high : message.logTerm !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.logTerm);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.index);
                if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.commit);
                if (message.reject != null && $Object.hasOwnProperty.call(message, "reject") && message.reject !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.reject);
                if (message.rejectHint != null && $Object.hasOwnProperty.call(message, "rejectHint") && (typeof message.rejectHint === "object" ? message.rejectHint.low || message.rejectHint.high : message.rejectHint !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.rejectHint);
                if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== false)
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.transfer);
                if (message.context != null && $Object.hasOwnProperty.call(message, "context") && (typeof message.context === "object" ? message.context.low || message.context.high : message.context !== 0))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.context);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.ringkv.v1.RaftEntry.encode(message.entries[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    $root.ringkv.v1.RaftSnapshot.encode(message.snapshot, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RaftMessage message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.RaftMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftMessage & ringkv.v1.RaftMessage.$Shape} RaftMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.logTerm = value;
                            else
                                delete message.logTerm;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.commit = value;
                            else
                                delete message.commit;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reject = value;
                            else
                                delete message.reject;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rejectHint = value;
                            else
                                delete message.rejectHint;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.transfer = value;
                            else
                                delete message.transfer;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.context = value;
                            else
                                delete message.context;
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
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a SnapshotRequest.
             * @typedef {Object} ringkv.v1.SnapshotRequest.$Properties
             * @property {string|null} [clusterId] SnapshotRequest clusterId
             * @property {number|null} [node] SnapshotRequest node
             * @property {number|null} [shard] SnapshotRequest shard
             * @property {number|null} [replica] SnapshotRequest replica
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SnapshotRequest.
             * @memberof ringkv.v1
             * @interface ISnapshotRequest
             * @augments ringkv.v1.SnapshotRequest.$Properties
             * @deprecated Use ringkv.v1.SnapshotRequest.$Properties instead.
             */

            /**
             * Shape of a SnapshotRequest.
             * @typedef {ringkv.v1.SnapshotRequest.$Properties} ringkv.v1.SnapshotRequest.$Shape
             */

            /**
             * Constructs a new SnapshotRequest.
             * @memberof ringkv.v1
             * @classdesc Represents a SnapshotRequest.
             * @constructor
             * @param {ringkv.v1.SnapshotRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SnapshotRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SnapshotRequest clusterId.
             * @member {string} clusterId
             * @memberof ringkv.v1.SnapshotRequest
             * @instance
             */
            SnapshotRequest.prototype.clusterId = "";

            /**
             * SnapshotRequest node.
             * @member {number} node
             * @memberof ringkv.v1.SnapshotRequest
             * @instance
             */
            SnapshotRequest.prototype.node = 0;

            /**
             * SnapshotRequest shard.
             * @member {number} shard
             * @memberof ringkv.v1.SnapshotRequest
             * @instance
             */
            SnapshotRequest.prototype.shard = 0;

            /**
             * SnapshotRequest replica.
             * @member {number} replica
             * @memberof ringkv.v1.SnapshotRequest
             * @instance
             */
            SnapshotRequest.prototype.replica = 0;

            /**
             * Encodes the specified SnapshotRequest message. Does not implicitly {@link ringkv.v1.SnapshotRequest.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.SnapshotRequest
             * @static
             * @param {ringkv.v1.SnapshotRequest.$Properties} message SnapshotRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SnapshotRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clusterId);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.node);
                if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.shard);
                if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && message.replica !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.replica);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SnapshotRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.SnapshotRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotRequest & ringkv.v1.SnapshotRequest.$Shape} SnapshotRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shard = value;
                            else
                                delete message.shard;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replica = value;
                            else
                                delete message.replica;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a SnapshotChunk.
             * @typedef {Object} ringkv.v1.SnapshotChunk.$Properties
             * @property {ringkv.v1.SnapshotHeader.$Properties|null} [header] SnapshotChunk header
             * @property {Uint8Array|null} [rows] SnapshotChunk rows
             * @property {number|null} [checksum] SnapshotChunk checksum
             * @property {boolean|null} [last] SnapshotChunk last
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SnapshotChunk.
             * @memberof ringkv.v1
             * @interface ISnapshotChunk
             * @augments ringkv.v1.SnapshotChunk.$Properties
             * @deprecated Use ringkv.v1.SnapshotChunk.$Properties instead.
             */

            /**
             * Shape of a SnapshotChunk.
             * @typedef {ringkv.v1.SnapshotChunk.$Properties} ringkv.v1.SnapshotChunk.$Shape
             */

            /**
             * Constructs a new SnapshotChunk.
             * @memberof ringkv.v1
             * @classdesc Represents a SnapshotChunk.
             * @constructor
             * @param {ringkv.v1.SnapshotChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SnapshotChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SnapshotChunk header.
             * @member {ringkv.v1.SnapshotHeader.$Properties|null|undefined} header
             * @memberof ringkv.v1.SnapshotChunk
             * @instance
             */
            SnapshotChunk.prototype.header = null;

            /**
             * SnapshotChunk rows.
             * @member {Uint8Array} rows
             * @memberof ringkv.v1.SnapshotChunk
             * @instance
             */
            SnapshotChunk.prototype.rows = $util.newBuffer([]);

            /**
             * SnapshotChunk checksum.
             * @member {number} checksum
             * @memberof ringkv.v1.SnapshotChunk
             * @instance
             */
            SnapshotChunk.prototype.checksum = 0;

            /**
             * SnapshotChunk last.
             * @member {boolean} last
             * @memberof ringkv.v1.SnapshotChunk
             * @instance
             */
            SnapshotChunk.prototype.last = false;

            /**
             * Encodes the specified SnapshotChunk message. Does not implicitly {@link ringkv.v1.SnapshotChunk.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.SnapshotChunk
             * @static
             * @param {ringkv.v1.SnapshotChunk.$Properties} message SnapshotChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SnapshotChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                    $root.ringkv.v1.SnapshotHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.rows);
                if (message.checksum != null && $Object.hasOwnProperty.call(message, "checksum") && message.checksum !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.checksum);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last") && message.last !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.last);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SnapshotChunk message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.SnapshotChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotChunk & ringkv.v1.SnapshotChunk.$Shape} SnapshotChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if ((value = reader.bytes()).length)
                                message.rows = value;
                            else
                                delete message.rows;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.checksum = value;
                            else
                                delete message.checksum;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.last = value;
                            else
                                delete message.last;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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

            /**
             * Properties of a SnapshotHeader.
             * @typedef {Object} ringkv.v1.SnapshotHeader.$Properties
             * @property {number|null} [index] SnapshotHeader index
             * @property {number|null} [term] SnapshotHeader term
             * @property {ringkv.v1.RaftConfState.$Properties|null} [confState] SnapshotHeader confState
             * @property {Uint8Array|null} [meta] SnapshotHeader meta
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SnapshotHeader.
             * @memberof ringkv.v1
             * @interface ISnapshotHeader
             * @augments ringkv.v1.SnapshotHeader.$Properties
             * @deprecated Use ringkv.v1.SnapshotHeader.$Properties instead.
             */

            /**
             * Shape of a SnapshotHeader.
             * @typedef {ringkv.v1.SnapshotHeader.$Properties} ringkv.v1.SnapshotHeader.$Shape
             */

            /**
             * Constructs a new SnapshotHeader.
             * @memberof ringkv.v1
             * @classdesc Represents a SnapshotHeader.
             * @constructor
             * @param {ringkv.v1.SnapshotHeader.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SnapshotHeader = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SnapshotHeader index.
             * @member {number} index
             * @memberof ringkv.v1.SnapshotHeader
             * @instance
             */
            SnapshotHeader.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SnapshotHeader term.
             * @member {number} term
             * @memberof ringkv.v1.SnapshotHeader
             * @instance
             */
            SnapshotHeader.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SnapshotHeader confState.
             * @member {ringkv.v1.RaftConfState.$Properties|null|undefined} confState
             * @memberof ringkv.v1.SnapshotHeader
             * @instance
             */
            SnapshotHeader.prototype.confState = null;

            /**
             * SnapshotHeader meta.
             * @member {Uint8Array} meta
             * @memberof ringkv.v1.SnapshotHeader
             * @instance
             */
            SnapshotHeader.prototype.meta = $util.newBuffer([]);

            /**
             * Encodes the specified SnapshotHeader message. Does not implicitly {@link ringkv.v1.SnapshotHeader.verify|verify} messages.
             * @function encode
             * @memberof ringkv.v1.SnapshotHeader
             * @static
             * @param {ringkv.v1.SnapshotHeader.$Properties} message SnapshotHeader message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SnapshotHeader.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                if (message.confState != null && $Object.hasOwnProperty.call(message, "confState"))
                    $root.ringkv.v1.RaftConfState.encode(message.confState, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.meta != null && $Object.hasOwnProperty.call(message, "meta") && message.meta.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.meta);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SnapshotHeader message from the specified reader or buffer.
             * @function decode
             * @memberof ringkv.v1.SnapshotHeader
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotHeader & ringkv.v1.SnapshotHeader.$Shape} SnapshotHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
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
                    let start = reader.pos;
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
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
                            if ((value = reader.bytes()).length)
                                message.meta = value;
                            else
                                delete message.meta;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
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
