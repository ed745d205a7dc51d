import * as $protobuf from "protobufjs/minimal.js";

/** Namespace ringkv. */
export namespace ringkv {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a StatusRequest.
         * @deprecated Use ringkv.v1.StatusRequest.$Properties instead.
         */
        interface IStatusRequest extends ringkv.v1.StatusRequest.$Properties {
        }

        /** Represents a StatusRequest. */
        class StatusRequest {

            /**
             * Constructs a new StatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.StatusRequest.$Properties);

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link ringkv.v1.StatusRequest.verify|verify} messages.
             * @param message StatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.StatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.StatusRequest & ringkv.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.StatusRequest & ringkv.v1.StatusRequest.$Shape;
        }

        namespace StatusRequest {

            /** Properties of a StatusRequest. */
            interface $Properties {

            }

            /** Shape of a StatusRequest. */
            type $Shape = ringkv.v1.StatusRequest.$Properties;
        }

        /**
         * Properties of a StatusResponse.
         * @deprecated Use ringkv.v1.StatusResponse.$Properties instead.
         */
        interface IStatusResponse extends ringkv.v1.StatusResponse.$Properties {
        }

        /** Represents a StatusResponse. */
        class StatusResponse {

            /**
             * Constructs a new StatusResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.StatusResponse.$Properties);

            /** StatusResponse clusterId. */
            clusterId: string;

            /** StatusResponse nodeId. */
            nodeId: number;

            /** StatusResponse version. */
            version: string;

            /** StatusResponse nodes. */
            nodes: number;

            /** StatusResponse nodesUp. */
            nodesUp: number;

            /** StatusResponse shards. */
            shards: number;

            /** StatusResponse shardsWithLeader. */
            shardsWithLeader: number;

            /** StatusResponse replicasWanted. */
            replicasWanted: number;

            /** StatusResponse underReplicated. */
            underReplicated: number;

            /** StatusResponse placementLeader. */
            placementLeader: number;

            /** StatusResponse clock. */
            clock: number;

            /** StatusResponse closedLagMs. */
            closedLagMs: number;

            /**
             * Encodes the specified StatusResponse message. Does not implicitly {@link ringkv.v1.StatusResponse.verify|verify} messages.
             * @param message StatusResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.StatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.StatusResponse & ringkv.v1.StatusResponse.$Shape} StatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.StatusResponse & ringkv.v1.StatusResponse.$Shape;
        }

        namespace StatusResponse {

            /** Properties of a StatusResponse. */
            interface $Properties {

                /** StatusResponse clusterId */
                clusterId?: (string|null);

                /** StatusResponse nodeId */
                nodeId?: (number|null);

                /** StatusResponse version */
                version?: (string|null);

                /** StatusResponse nodes */
                nodes?: (number|null);

                /** StatusResponse nodesUp */
                nodesUp?: (number|null);

                /** StatusResponse shards */
                shards?: (number|null);

                /** StatusResponse shardsWithLeader */
                shardsWithLeader?: (number|null);

                /** StatusResponse replicasWanted */
                replicasWanted?: (number|null);

                /** StatusResponse underReplicated */
                underReplicated?: (number|null);

                /** StatusResponse placementLeader */
                placementLeader?: (number|null);

                /** StatusResponse clock */
                clock?: (number|null);

                /** StatusResponse closedLagMs */
                closedLagMs?: (number|null);

            }

            /** Shape of a StatusResponse. */
            type $Shape = ringkv.v1.StatusResponse.$Properties;
        }

        /**
         * Properties of a ListNodesRequest.
         * @deprecated Use ringkv.v1.ListNodesRequest.$Properties instead.
         */
        interface IListNodesRequest extends ringkv.v1.ListNodesRequest.$Properties {
        }

        /** Represents a ListNodesRequest. */
        class ListNodesRequest {

            /**
             * Constructs a new ListNodesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListNodesRequest.$Properties);

            /**
             * Encodes the specified ListNodesRequest message. Does not implicitly {@link ringkv.v1.ListNodesRequest.verify|verify} messages.
             * @param message ListNodesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListNodesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListNodesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListNodesRequest & ringkv.v1.ListNodesRequest.$Shape} ListNodesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListNodesRequest & ringkv.v1.ListNodesRequest.$Shape;
        }

        namespace ListNodesRequest {

            /** Properties of a ListNodesRequest. */
            interface $Properties {

            }

            /** Shape of a ListNodesRequest. */
            type $Shape = ringkv.v1.ListNodesRequest.$Properties;
        }

        /**
         * Properties of a NodeInfo.
         * @deprecated Use ringkv.v1.NodeInfo.$Properties instead.
         */
        interface INodeInfo extends ringkv.v1.NodeInfo.$Properties {
        }

        /** Represents a NodeInfo. */
        class NodeInfo {

            /**
             * Constructs a new NodeInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.NodeInfo.$Properties);

            /** NodeInfo id. */
            id: number;

            /** NodeInfo address. */
            address: string;

            /** NodeInfo labels. */
            labels: { [k: string]: string };

            /** NodeInfo state. */
            state: string;

            /** NodeInfo version. */
            version: string;

            /** NodeInfo replicas. */
            replicas: number;

            /** NodeInfo leaders. */
            leaders: number;

            /** NodeInfo diskFreeBytes. */
            diskFreeBytes: number;

            /** NodeInfo diskTotalBytes. */
            diskTotalBytes: number;

            /** NodeInfo memoryBytes. */
            memoryBytes: number;

            /** NodeInfo uptimeSeconds. */
            uptimeSeconds: number;

            /**
             * Encodes the specified NodeInfo message. Does not implicitly {@link ringkv.v1.NodeInfo.verify|verify} messages.
             * @param message NodeInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.NodeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.NodeInfo & ringkv.v1.NodeInfo.$Shape} NodeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.NodeInfo & ringkv.v1.NodeInfo.$Shape;
        }

        namespace NodeInfo {

            /** Properties of a NodeInfo. */
            interface $Properties {

                /** NodeInfo id */
                id?: (number|null);

                /** NodeInfo address */
                address?: (string|null);

                /** NodeInfo labels */
                labels?: ({ [k: string]: string }|null);

                /** NodeInfo state */
                state?: (string|null);

                /** NodeInfo version */
                version?: (string|null);

                /** NodeInfo replicas */
                replicas?: (number|null);

                /** NodeInfo leaders */
                leaders?: (number|null);

                /** NodeInfo diskFreeBytes */
                diskFreeBytes?: (number|null);

                /** NodeInfo diskTotalBytes */
                diskTotalBytes?: (number|null);

                /** NodeInfo memoryBytes */
                memoryBytes?: (number|null);

                /** NodeInfo uptimeSeconds */
                uptimeSeconds?: (number|null);

            }

            /** Shape of a NodeInfo. */
            type $Shape = ringkv.v1.NodeInfo.$Properties;
        }

        /**
         * Properties of a ListNodesResponse.
         * @deprecated Use ringkv.v1.ListNodesResponse.$Properties instead.
         */
        interface IListNodesResponse extends ringkv.v1.ListNodesResponse.$Properties {
        }

        /** Represents a ListNodesResponse. */
        class ListNodesResponse {

            /**
             * Constructs a new ListNodesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListNodesResponse.$Properties);

            /** ListNodesResponse nodes. */
            nodes: ringkv.v1.NodeInfo.$Properties[];

            /**
             * Encodes the specified ListNodesResponse message. Does not implicitly {@link ringkv.v1.ListNodesResponse.verify|verify} messages.
             * @param message ListNodesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListNodesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListNodesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListNodesResponse & ringkv.v1.ListNodesResponse.$Shape} ListNodesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListNodesResponse & ringkv.v1.ListNodesResponse.$Shape;
        }

        namespace ListNodesResponse {

            /** Properties of a ListNodesResponse. */
            interface $Properties {

                /** ListNodesResponse nodes */
                nodes?: (ringkv.v1.NodeInfo.$Properties[]|null);

            }

            /** Shape of a ListNodesResponse. */
            type $Shape = ringkv.v1.ListNodesResponse.$Properties;
        }

        /**
         * Properties of a ListShardsRequest.
         * @deprecated Use ringkv.v1.ListShardsRequest.$Properties instead.
         */
        interface IListShardsRequest extends ringkv.v1.ListShardsRequest.$Properties {
        }

        /** Represents a ListShardsRequest. */
        class ListShardsRequest {

            /**
             * Constructs a new ListShardsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListShardsRequest.$Properties);

            /**
             * Encodes the specified ListShardsRequest message. Does not implicitly {@link ringkv.v1.ListShardsRequest.verify|verify} messages.
             * @param message ListShardsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListShardsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListShardsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListShardsRequest & ringkv.v1.ListShardsRequest.$Shape} ListShardsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListShardsRequest & ringkv.v1.ListShardsRequest.$Shape;
        }

        namespace ListShardsRequest {

            /** Properties of a ListShardsRequest. */
            interface $Properties {

            }

            /** Shape of a ListShardsRequest. */
            type $Shape = ringkv.v1.ListShardsRequest.$Properties;
        }

        /**
         * Properties of a ReplicaInfo.
         * @deprecated Use ringkv.v1.ReplicaInfo.$Properties instead.
         */
        interface IReplicaInfo extends ringkv.v1.ReplicaInfo.$Properties {
        }

        /** Represents a ReplicaInfo. */
        class ReplicaInfo {

            /**
             * Constructs a new ReplicaInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReplicaInfo.$Properties);

            /** ReplicaInfo replica. */
            replica: number;

            /** ReplicaInfo node. */
            node: number;

            /** ReplicaInfo learner. */
            learner: boolean;

            /**
             * Encodes the specified ReplicaInfo message. Does not implicitly {@link ringkv.v1.ReplicaInfo.verify|verify} messages.
             * @param message ReplicaInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReplicaInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReplicaInfo & ringkv.v1.ReplicaInfo.$Shape} ReplicaInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReplicaInfo & ringkv.v1.ReplicaInfo.$Shape;
        }

        namespace ReplicaInfo {

            /** Properties of a ReplicaInfo. */
            interface $Properties {

                /** ReplicaInfo replica */
                replica?: (number|null);

                /** ReplicaInfo node */
                node?: (number|null);

                /** ReplicaInfo learner */
                learner?: (boolean|null);

            }

            /** Shape of a ReplicaInfo. */
            type $Shape = ringkv.v1.ReplicaInfo.$Properties;
        }

        /**
         * Properties of a ShardInfo.
         * @deprecated Use ringkv.v1.ShardInfo.$Properties instead.
         */
        interface IShardInfo extends ringkv.v1.ShardInfo.$Properties {
        }

        /** Represents a ShardInfo. */
        class ShardInfo {

            /**
             * Constructs a new ShardInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ShardInfo.$Properties);

            /** ShardInfo shard. */
            shard: number;

            /** ShardInfo start. */
            start: number;

            /** ShardInfo end. */
            end: number;

            /** ShardInfo leader. */
            leader: number;

            /** ShardInfo configEpoch. */
            configEpoch: number;

            /** ShardInfo rangeEpoch. */
            rangeEpoch: number;

            /** ShardInfo replicas. */
            replicas: ringkv.v1.ReplicaInfo.$Properties[];

            /** ShardInfo appliedIndex. */
            appliedIndex: number;

            /** ShardInfo approximateBytes. */
            approximateBytes: number;

            /**
             * Encodes the specified ShardInfo message. Does not implicitly {@link ringkv.v1.ShardInfo.verify|verify} messages.
             * @param message ShardInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ShardInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShardInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ShardInfo & ringkv.v1.ShardInfo.$Shape} ShardInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ShardInfo & ringkv.v1.ShardInfo.$Shape;
        }

        namespace ShardInfo {

            /** Properties of a ShardInfo. */
            interface $Properties {

                /** ShardInfo shard */
                shard?: (number|null);

                /** ShardInfo start */
                start?: (number|null);

                /** ShardInfo end */
                end?: (number|null);

                /** ShardInfo leader */
                leader?: (number|null);

                /** ShardInfo configEpoch */
                configEpoch?: (number|null);

                /** ShardInfo rangeEpoch */
                rangeEpoch?: (number|null);

                /** ShardInfo replicas */
                replicas?: (ringkv.v1.ReplicaInfo.$Properties[]|null);

                /** ShardInfo appliedIndex */
                appliedIndex?: (number|null);

                /** ShardInfo approximateBytes */
                approximateBytes?: (number|null);

            }

            /** Shape of a ShardInfo. */
            type $Shape = ringkv.v1.ShardInfo.$Properties;
        }

        /**
         * Properties of a ListShardsResponse.
         * @deprecated Use ringkv.v1.ListShardsResponse.$Properties instead.
         */
        interface IListShardsResponse extends ringkv.v1.ListShardsResponse.$Properties {
        }

        /** Represents a ListShardsResponse. */
        class ListShardsResponse {

            /**
             * Constructs a new ListShardsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListShardsResponse.$Properties);

            /** ListShardsResponse shards. */
            shards: ringkv.v1.ShardInfo.$Properties[];

            /**
             * Encodes the specified ListShardsResponse message. Does not implicitly {@link ringkv.v1.ListShardsResponse.verify|verify} messages.
             * @param message ListShardsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListShardsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListShardsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListShardsResponse & ringkv.v1.ListShardsResponse.$Shape} ListShardsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListShardsResponse & ringkv.v1.ListShardsResponse.$Shape;
        }

        namespace ListShardsResponse {

            /** Properties of a ListShardsResponse. */
            interface $Properties {

                /** ListShardsResponse shards */
                shards?: (ringkv.v1.ShardInfo.$Properties[]|null);

            }

            /** Shape of a ListShardsResponse. */
            type $Shape = ringkv.v1.ListShardsResponse.$Properties;
        }

        /**
         * Properties of a SplitShardRequest.
         * @deprecated Use ringkv.v1.SplitShardRequest.$Properties instead.
         */
        interface ISplitShardRequest extends ringkv.v1.SplitShardRequest.$Properties {
        }

        /** Represents a SplitShardRequest. */
        class SplitShardRequest {

            /**
             * Constructs a new SplitShardRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.SplitShardRequest.$Properties);

            /** SplitShardRequest shard. */
            shard: number;

            /** SplitShardRequest token. */
            token?: (number|null);

            /** SplitShardRequest key. */
            key?: (ringkv.v1.KeyOfKeyspace.$Properties|null);

            /** SplitShardRequest plan. */
            plan: boolean;

            /** SplitShardRequest where. */
            where?: ("token"|"key");

            /**
             * Encodes the specified SplitShardRequest message. Does not implicitly {@link ringkv.v1.SplitShardRequest.verify|verify} messages.
             * @param message SplitShardRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.SplitShardRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitShardRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.SplitShardRequest & ringkv.v1.SplitShardRequest.$Shape} SplitShardRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.SplitShardRequest & ringkv.v1.SplitShardRequest.$Shape;
        }

        namespace SplitShardRequest {

            /** Properties of a SplitShardRequest. */
            interface $Properties {

                /** SplitShardRequest shard */
                shard?: (number|null);

                /** SplitShardRequest token */
                token?: (number|null);

                /** SplitShardRequest key */
                key?: (ringkv.v1.KeyOfKeyspace.$Properties|null);

                /** SplitShardRequest plan */
                plan?: (boolean|null);

                /** SplitShardRequest where */
                where?: ("token"|"key");

            }

            /** Narrowed shape of a SplitShardRequest. */
            type $Shape = {
              shard?: number|null;
              token?: number|null;
              key?: ringkv.v1.KeyOfKeyspace.$Shape|null;
              plan?: boolean|null;
            } & (
              ({ where?: undefined; token?: null; key?: null }|{ where?: "token"; token: number; key?: null }|{ where?: "key"; token?: null; key: ringkv.v1.KeyOfKeyspace.$Shape })
            );
        }

        /**
         * Properties of a KeyOfKeyspace.
         * @deprecated Use ringkv.v1.KeyOfKeyspace.$Properties instead.
         */
        interface IKeyOfKeyspace extends ringkv.v1.KeyOfKeyspace.$Properties {
        }

        /** Represents a KeyOfKeyspace. */
        class KeyOfKeyspace {

            /**
             * Constructs a new KeyOfKeyspace.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.KeyOfKeyspace.$Properties);

            /** KeyOfKeyspace keyspace. */
            keyspace: string;

            /** KeyOfKeyspace key. */
            key: Uint8Array;

            /**
             * Encodes the specified KeyOfKeyspace message. Does not implicitly {@link ringkv.v1.KeyOfKeyspace.verify|verify} messages.
             * @param message KeyOfKeyspace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.KeyOfKeyspace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyOfKeyspace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.KeyOfKeyspace & ringkv.v1.KeyOfKeyspace.$Shape} KeyOfKeyspace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.KeyOfKeyspace & ringkv.v1.KeyOfKeyspace.$Shape;
        }

        namespace KeyOfKeyspace {

            /** Properties of a KeyOfKeyspace. */
            interface $Properties {

                /** KeyOfKeyspace keyspace */
                keyspace?: (string|null);

                /** KeyOfKeyspace key */
                key?: (Uint8Array|null);

            }

            /** Shape of a KeyOfKeyspace. */
            type $Shape = ringkv.v1.KeyOfKeyspace.$Properties;
        }

        /**
         * Properties of a SplitShardResponse.
         * @deprecated Use ringkv.v1.SplitShardResponse.$Properties instead.
         */
        interface ISplitShardResponse extends ringkv.v1.SplitShardResponse.$Properties {
        }

        /** Represents a SplitShardResponse. */
        class SplitShardResponse {

            /**
             * Constructs a new SplitShardResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.SplitShardResponse.$Properties);

            /** SplitShardResponse shard. */
            shard: number;

            /** SplitShardResponse start. */
            start: number;

            /** SplitShardResponse token. */
            token: number;

            /** SplitShardResponse end. */
            end: number;

            /** SplitShardResponse approximateBytes. */
            approximateBytes: number;

            /** SplitShardResponse replicas. */
            replicas: ringkv.v1.ReplicaInfo.$Properties[];

            /** SplitShardResponse operator. */
            operator?: (ringkv.v1.OperatorInfo.$Properties|null);

            /**
             * Encodes the specified SplitShardResponse message. Does not implicitly {@link ringkv.v1.SplitShardResponse.verify|verify} messages.
             * @param message SplitShardResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.SplitShardResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitShardResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.SplitShardResponse & ringkv.v1.SplitShardResponse.$Shape} SplitShardResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.SplitShardResponse & ringkv.v1.SplitShardResponse.$Shape;
        }

        namespace SplitShardResponse {

            /** Properties of a SplitShardResponse. */
            interface $Properties {

                /** SplitShardResponse shard */
                shard?: (number|null);

                /** SplitShardResponse start */
                start?: (number|null);

                /** SplitShardResponse token */
                token?: (number|null);

                /** SplitShardResponse end */
                end?: (number|null);

                /** SplitShardResponse approximateBytes */
                approximateBytes?: (number|null);

                /** SplitShardResponse replicas */
                replicas?: (ringkv.v1.ReplicaInfo.$Properties[]|null);

                /** SplitShardResponse operator */
                operator?: (ringkv.v1.OperatorInfo.$Properties|null);

            }

            /** Shape of a SplitShardResponse. */
            type $Shape = ringkv.v1.SplitShardResponse.$Properties;
        }

        /**
         * Properties of an OperatorInfo.
         * @deprecated Use ringkv.v1.OperatorInfo.$Properties instead.
         */
        interface IOperatorInfo extends ringkv.v1.OperatorInfo.$Properties {
        }

        /** Represents an OperatorInfo. */
        class OperatorInfo {

            /**
             * Constructs a new OperatorInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.OperatorInfo.$Properties);

            /** OperatorInfo id. */
            id: number;

            /** OperatorInfo shard. */
            shard: number;

            /** OperatorInfo kind. */
            kind: string;

            /** OperatorInfo state. */
            state: string;

            /** OperatorInfo step. */
            step: string;

            /** OperatorInfo note. */
            note: string;

            /** OperatorInfo child. */
            child: number;

            /** OperatorInfo token. */
            token: number;

            /**
             * Encodes the specified OperatorInfo message. Does not implicitly {@link ringkv.v1.OperatorInfo.verify|verify} messages.
             * @param message OperatorInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.OperatorInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OperatorInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.OperatorInfo & ringkv.v1.OperatorInfo.$Shape} OperatorInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.OperatorInfo & ringkv.v1.OperatorInfo.$Shape;
        }

        namespace OperatorInfo {

            /** Properties of an OperatorInfo. */
            interface $Properties {

                /** OperatorInfo id */
                id?: (number|null);

                /** OperatorInfo shard */
                shard?: (number|null);

                /** OperatorInfo kind */
                kind?: (string|null);

                /** OperatorInfo state */
                state?: (string|null);

                /** OperatorInfo step */
                step?: (string|null);

                /** OperatorInfo note */
                note?: (string|null);

                /** OperatorInfo child */
                child?: (number|null);

                /** OperatorInfo token */
                token?: (number|null);

            }

            /** Shape of an OperatorInfo. */
            type $Shape = ringkv.v1.OperatorInfo.$Properties;
        }

        /**
         * Properties of a ListKeyspacesRequest.
         * @deprecated Use ringkv.v1.ListKeyspacesRequest.$Properties instead.
         */
        interface IListKeyspacesRequest extends ringkv.v1.ListKeyspacesRequest.$Properties {
        }

        /** Represents a ListKeyspacesRequest. */
        class ListKeyspacesRequest {

            /**
             * Constructs a new ListKeyspacesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListKeyspacesRequest.$Properties);

            /**
             * Encodes the specified ListKeyspacesRequest message. Does not implicitly {@link ringkv.v1.ListKeyspacesRequest.verify|verify} messages.
             * @param message ListKeyspacesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListKeyspacesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListKeyspacesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListKeyspacesRequest & ringkv.v1.ListKeyspacesRequest.$Shape} ListKeyspacesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListKeyspacesRequest & ringkv.v1.ListKeyspacesRequest.$Shape;
        }

        namespace ListKeyspacesRequest {

            /** Properties of a ListKeyspacesRequest. */
            interface $Properties {

            }

            /** Shape of a ListKeyspacesRequest. */
            type $Shape = ringkv.v1.ListKeyspacesRequest.$Properties;
        }

        /**
         * Properties of a KeyspaceInfo.
         * @deprecated Use ringkv.v1.KeyspaceInfo.$Properties instead.
         */
        interface IKeyspaceInfo extends ringkv.v1.KeyspaceInfo.$Properties {
        }

        /** Represents a KeyspaceInfo. */
        class KeyspaceInfo {

            /**
             * Constructs a new KeyspaceInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.KeyspaceInfo.$Properties);

            /** KeyspaceInfo id. */
            id: number;

            /** KeyspaceInfo name. */
            name: string;

            /** KeyspaceInfo partition. */
            partition?: (ringkv.v1.PartitionRule.$Properties|null);

            /** KeyspaceInfo policy. */
            policy: ringkv.v1.ConflictPolicy;

            /** KeyspaceInfo retentionMs. */
            retentionMs: number;

            /** KeyspaceInfo quotaBytes. */
            quotaBytes: number;

            /** KeyspaceInfo createdAt. */
            createdAt: number;

            /** KeyspaceInfo existed. */
            existed: boolean;

            /** KeyspaceInfo keys. */
            keys: number;

            /** KeyspaceInfo bytes. */
            bytes: number;

            /** KeyspaceInfo historyBytes. */
            historyBytes: number;

            /** KeyspaceInfo full. */
            full: boolean;

            /**
             * Encodes the specified KeyspaceInfo message. Does not implicitly {@link ringkv.v1.KeyspaceInfo.verify|verify} messages.
             * @param message KeyspaceInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.KeyspaceInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyspaceInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.KeyspaceInfo & ringkv.v1.KeyspaceInfo.$Shape} KeyspaceInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.KeyspaceInfo & ringkv.v1.KeyspaceInfo.$Shape;
        }

        namespace KeyspaceInfo {

            /** Properties of a KeyspaceInfo. */
            interface $Properties {

                /** KeyspaceInfo id */
                id?: (number|null);

                /** KeyspaceInfo name */
                name?: (string|null);

                /** KeyspaceInfo partition */
                partition?: (ringkv.v1.PartitionRule.$Properties|null);

                /** KeyspaceInfo policy */
                policy?: (ringkv.v1.ConflictPolicy|null);

                /** KeyspaceInfo retentionMs */
                retentionMs?: (number|null);

                /** KeyspaceInfo quotaBytes */
                quotaBytes?: (number|null);

                /** KeyspaceInfo createdAt */
                createdAt?: (number|null);

                /** KeyspaceInfo existed */
                existed?: (boolean|null);

                /** KeyspaceInfo keys */
                keys?: (number|null);

                /** KeyspaceInfo bytes */
                bytes?: (number|null);

                /** KeyspaceInfo historyBytes */
                historyBytes?: (number|null);

                /** KeyspaceInfo full */
                full?: (boolean|null);

            }

            /** Shape of a KeyspaceInfo. */
            type $Shape = ringkv.v1.KeyspaceInfo.$Properties;
        }

        /**
         * Properties of a ListKeyspacesResponse.
         * @deprecated Use ringkv.v1.ListKeyspacesResponse.$Properties instead.
         */
        interface IListKeyspacesResponse extends ringkv.v1.ListKeyspacesResponse.$Properties {
        }

        /** Represents a ListKeyspacesResponse. */
        class ListKeyspacesResponse {

            /**
             * Constructs a new ListKeyspacesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListKeyspacesResponse.$Properties);

            /** ListKeyspacesResponse keyspaces. */
            keyspaces: ringkv.v1.KeyspaceInfo.$Properties[];

            /**
             * Encodes the specified ListKeyspacesResponse message. Does not implicitly {@link ringkv.v1.ListKeyspacesResponse.verify|verify} messages.
             * @param message ListKeyspacesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListKeyspacesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListKeyspacesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListKeyspacesResponse & ringkv.v1.ListKeyspacesResponse.$Shape} ListKeyspacesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListKeyspacesResponse & ringkv.v1.ListKeyspacesResponse.$Shape;
        }

        namespace ListKeyspacesResponse {

            /** Properties of a ListKeyspacesResponse. */
            interface $Properties {

                /** ListKeyspacesResponse keyspaces */
                keyspaces?: (ringkv.v1.KeyspaceInfo.$Properties[]|null);

            }

            /** Shape of a ListKeyspacesResponse. */
            type $Shape = ringkv.v1.ListKeyspacesResponse.$Properties;
        }

        /**
         * Properties of a CreateKeyspaceRequest.
         * @deprecated Use ringkv.v1.CreateKeyspaceRequest.$Properties instead.
         */
        interface ICreateKeyspaceRequest extends ringkv.v1.CreateKeyspaceRequest.$Properties {
        }

        /** Represents a CreateKeyspaceRequest. */
        class CreateKeyspaceRequest {

            /**
             * Constructs a new CreateKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.CreateKeyspaceRequest.$Properties);

            /** CreateKeyspaceRequest name. */
            name: string;

            /** CreateKeyspaceRequest partition. */
            partition?: (ringkv.v1.PartitionRule.$Properties|null);

            /** CreateKeyspaceRequest policy. */
            policy: ringkv.v1.ConflictPolicy;

            /** CreateKeyspaceRequest retentionMs. */
            retentionMs: number;

            /** CreateKeyspaceRequest quotaBytes. */
            quotaBytes: number;

            /**
             * Encodes the specified CreateKeyspaceRequest message. Does not implicitly {@link ringkv.v1.CreateKeyspaceRequest.verify|verify} messages.
             * @param message CreateKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.CreateKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.CreateKeyspaceRequest & ringkv.v1.CreateKeyspaceRequest.$Shape} CreateKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.CreateKeyspaceRequest & ringkv.v1.CreateKeyspaceRequest.$Shape;
        }

        namespace CreateKeyspaceRequest {

            /** Properties of a CreateKeyspaceRequest. */
            interface $Properties {

                /** CreateKeyspaceRequest name */
                name?: (string|null);

                /** CreateKeyspaceRequest partition */
                partition?: (ringkv.v1.PartitionRule.$Properties|null);

                /** CreateKeyspaceRequest policy */
                policy?: (ringkv.v1.ConflictPolicy|null);

                /** CreateKeyspaceRequest retentionMs */
                retentionMs?: (number|null);

                /** CreateKeyspaceRequest quotaBytes */
                quotaBytes?: (number|null);

            }

            /** Shape of a CreateKeyspaceRequest. */
            type $Shape = ringkv.v1.CreateKeyspaceRequest.$Properties;
        }

        /**
         * Properties of an AlterKeyspaceRequest.
         * @deprecated Use ringkv.v1.AlterKeyspaceRequest.$Properties instead.
         */
        interface IAlterKeyspaceRequest extends ringkv.v1.AlterKeyspaceRequest.$Properties {
        }

        /** Represents an AlterKeyspaceRequest. */
        class AlterKeyspaceRequest {

            /**
             * Constructs a new AlterKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.AlterKeyspaceRequest.$Properties);

            /** AlterKeyspaceRequest name. */
            name: string;

            /** AlterKeyspaceRequest id. */
            id: number;

            /** AlterKeyspaceRequest policy. */
            policy: ringkv.v1.ConflictPolicy;

            /** AlterKeyspaceRequest retentionMs. */
            retentionMs?: (number|null);

            /** AlterKeyspaceRequest quotaBytes. */
            quotaBytes?: (number|null);

            /**
             * Encodes the specified AlterKeyspaceRequest message. Does not implicitly {@link ringkv.v1.AlterKeyspaceRequest.verify|verify} messages.
             * @param message AlterKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.AlterKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AlterKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.AlterKeyspaceRequest & ringkv.v1.AlterKeyspaceRequest.$Shape} AlterKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.AlterKeyspaceRequest & ringkv.v1.AlterKeyspaceRequest.$Shape;
        }

        namespace AlterKeyspaceRequest {

            /** Properties of an AlterKeyspaceRequest. */
            interface $Properties {

                /** AlterKeyspaceRequest name */
                name?: (string|null);

                /** AlterKeyspaceRequest id */
                id?: (number|null);

                /** AlterKeyspaceRequest policy */
                policy?: (ringkv.v1.ConflictPolicy|null);

                /** AlterKeyspaceRequest retentionMs */
                retentionMs?: (number|null);

                /** AlterKeyspaceRequest quotaBytes */
                quotaBytes?: (number|null);

            }

            /** Shape of an AlterKeyspaceRequest. */
            type $Shape = ringkv.v1.AlterKeyspaceRequest.$Properties;
        }

        /**
         * Properties of a ShowKeyspaceRequest.
         * @deprecated Use ringkv.v1.ShowKeyspaceRequest.$Properties instead.
         */
        interface IShowKeyspaceRequest extends ringkv.v1.ShowKeyspaceRequest.$Properties {
        }

        /** Represents a ShowKeyspaceRequest. */
        class ShowKeyspaceRequest {

            /**
             * Constructs a new ShowKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ShowKeyspaceRequest.$Properties);

            /** ShowKeyspaceRequest name. */
            name: string;

            /**
             * Encodes the specified ShowKeyspaceRequest message. Does not implicitly {@link ringkv.v1.ShowKeyspaceRequest.verify|verify} messages.
             * @param message ShowKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ShowKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShowKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ShowKeyspaceRequest & ringkv.v1.ShowKeyspaceRequest.$Shape} ShowKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ShowKeyspaceRequest & ringkv.v1.ShowKeyspaceRequest.$Shape;
        }

        namespace ShowKeyspaceRequest {

            /** Properties of a ShowKeyspaceRequest. */
            interface $Properties {

                /** ShowKeyspaceRequest name */
                name?: (string|null);

            }

            /** Shape of a ShowKeyspaceRequest. */
            type $Shape = ringkv.v1.ShowKeyspaceRequest.$Properties;
        }

        /**
         * Properties of a KeyspaceShard.
         * @deprecated Use ringkv.v1.KeyspaceShard.$Properties instead.
         */
        interface IKeyspaceShard extends ringkv.v1.KeyspaceShard.$Properties {
        }

        /** Represents a KeyspaceShard. */
        class KeyspaceShard {

            /**
             * Constructs a new KeyspaceShard.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.KeyspaceShard.$Properties);

            /** KeyspaceShard shard. */
            shard: number;

            /** KeyspaceShard keys. */
            keys: number;

            /** KeyspaceShard bytes. */
            bytes: number;

            /** KeyspaceShard historyBytes. */
            historyBytes: number;

            /**
             * Encodes the specified KeyspaceShard message. Does not implicitly {@link ringkv.v1.KeyspaceShard.verify|verify} messages.
             * @param message KeyspaceShard message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.KeyspaceShard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyspaceShard message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.KeyspaceShard & ringkv.v1.KeyspaceShard.$Shape} KeyspaceShard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.KeyspaceShard & ringkv.v1.KeyspaceShard.$Shape;
        }

        namespace KeyspaceShard {

            /** Properties of a KeyspaceShard. */
            interface $Properties {

                /** KeyspaceShard shard */
                shard?: (number|null);

                /** KeyspaceShard keys */
                keys?: (number|null);

                /** KeyspaceShard bytes */
                bytes?: (number|null);

                /** KeyspaceShard historyBytes */
                historyBytes?: (number|null);

            }

            /** Shape of a KeyspaceShard. */
            type $Shape = ringkv.v1.KeyspaceShard.$Properties;
        }

        /**
         * Properties of a ShowKeyspaceResponse.
         * @deprecated Use ringkv.v1.ShowKeyspaceResponse.$Properties instead.
         */
        interface IShowKeyspaceResponse extends ringkv.v1.ShowKeyspaceResponse.$Properties {
        }

        /** Represents a ShowKeyspaceResponse. */
        class ShowKeyspaceResponse {

            /**
             * Constructs a new ShowKeyspaceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ShowKeyspaceResponse.$Properties);

            /** ShowKeyspaceResponse keyspace. */
            keyspace?: (ringkv.v1.KeyspaceInfo.$Properties|null);

            /** ShowKeyspaceResponse shards. */
            shards: ringkv.v1.KeyspaceShard.$Properties[];

            /**
             * Encodes the specified ShowKeyspaceResponse message. Does not implicitly {@link ringkv.v1.ShowKeyspaceResponse.verify|verify} messages.
             * @param message ShowKeyspaceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ShowKeyspaceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShowKeyspaceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ShowKeyspaceResponse & ringkv.v1.ShowKeyspaceResponse.$Shape} ShowKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ShowKeyspaceResponse & ringkv.v1.ShowKeyspaceResponse.$Shape;
        }

        namespace ShowKeyspaceResponse {

            /** Properties of a ShowKeyspaceResponse. */
            interface $Properties {

                /** ShowKeyspaceResponse keyspace */
                keyspace?: (ringkv.v1.KeyspaceInfo.$Properties|null);

                /** ShowKeyspaceResponse shards */
                shards?: (ringkv.v1.KeyspaceShard.$Properties[]|null);

            }

            /** Shape of a ShowKeyspaceResponse. */
            type $Shape = ringkv.v1.ShowKeyspaceResponse.$Properties;
        }

        /**
         * Properties of a DropKeyspaceRequest.
         * @deprecated Use ringkv.v1.DropKeyspaceRequest.$Properties instead.
         */
        interface IDropKeyspaceRequest extends ringkv.v1.DropKeyspaceRequest.$Properties {
        }

        /** Represents a DropKeyspaceRequest. */
        class DropKeyspaceRequest {

            /**
             * Constructs a new DropKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.DropKeyspaceRequest.$Properties);

            /** DropKeyspaceRequest name. */
            name: string;

            /** DropKeyspaceRequest id. */
            id: number;

            /**
             * Encodes the specified DropKeyspaceRequest message. Does not implicitly {@link ringkv.v1.DropKeyspaceRequest.verify|verify} messages.
             * @param message DropKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.DropKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DropKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.DropKeyspaceRequest & ringkv.v1.DropKeyspaceRequest.$Shape} DropKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.DropKeyspaceRequest & ringkv.v1.DropKeyspaceRequest.$Shape;
        }

        namespace DropKeyspaceRequest {

            /** Properties of a DropKeyspaceRequest. */
            interface $Properties {

                /** DropKeyspaceRequest name */
                name?: (string|null);

                /** DropKeyspaceRequest id */
                id?: (number|null);

            }

            /** Shape of a DropKeyspaceRequest. */
            type $Shape = ringkv.v1.DropKeyspaceRequest.$Properties;
        }

        /**
         * Properties of a TakeHoldRequest.
         * @deprecated Use ringkv.v1.TakeHoldRequest.$Properties instead.
         */
        interface ITakeHoldRequest extends ringkv.v1.TakeHoldRequest.$Properties {
        }

        /** Represents a TakeHoldRequest. */
        class TakeHoldRequest {

            /**
             * Constructs a new TakeHoldRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.TakeHoldRequest.$Properties);

            /** TakeHoldRequest keyspace. */
            keyspace: string;

            /** TakeHoldRequest readAt. */
            readAt: number;

            /** TakeHoldRequest purpose. */
            purpose: string;

            /** TakeHoldRequest lifeMs. */
            lifeMs: number;

            /**
             * Encodes the specified TakeHoldRequest message. Does not implicitly {@link ringkv.v1.TakeHoldRequest.verify|verify} messages.
             * @param message TakeHoldRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.TakeHoldRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TakeHoldRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.TakeHoldRequest & ringkv.v1.TakeHoldRequest.$Shape} TakeHoldRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.TakeHoldRequest & ringkv.v1.TakeHoldRequest.$Shape;
        }

        namespace TakeHoldRequest {

            /** Properties of a TakeHoldRequest. */
            interface $Properties {

                /** TakeHoldRequest keyspace */
                keyspace?: (string|null);

                /** TakeHoldRequest readAt */
                readAt?: (number|null);

                /** TakeHoldRequest purpose */
                purpose?: (string|null);

                /** TakeHoldRequest lifeMs */
                lifeMs?: (number|null);

            }

            /** Shape of a TakeHoldRequest. */
            type $Shape = ringkv.v1.TakeHoldRequest.$Properties;
        }

        /**
         * Properties of a HoldInfo.
         * @deprecated Use ringkv.v1.HoldInfo.$Properties instead.
         */
        interface IHoldInfo extends ringkv.v1.HoldInfo.$Properties {
        }

        /** Represents a HoldInfo. */
        class HoldInfo {

            /**
             * Constructs a new HoldInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.HoldInfo.$Properties);

            /** HoldInfo id. */
            id: number;

            /** HoldInfo keyspace. */
            keyspace: string;

            /** HoldInfo readAt. */
            readAt: number;

            /** HoldInfo purpose. */
            purpose: string;

            /** HoldInfo takenAt. */
            takenAt: number;

            /** HoldInfo expiresAt. */
            expiresAt: number;

            /**
             * Encodes the specified HoldInfo message. Does not implicitly {@link ringkv.v1.HoldInfo.verify|verify} messages.
             * @param message HoldInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.HoldInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HoldInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.HoldInfo & ringkv.v1.HoldInfo.$Shape} HoldInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.HoldInfo & ringkv.v1.HoldInfo.$Shape;
        }

        namespace HoldInfo {

            /** Properties of a HoldInfo. */
            interface $Properties {

                /** HoldInfo id */
                id?: (number|null);

                /** HoldInfo keyspace */
                keyspace?: (string|null);

                /** HoldInfo readAt */
                readAt?: (number|null);

                /** HoldInfo purpose */
                purpose?: (string|null);

                /** HoldInfo takenAt */
                takenAt?: (number|null);

                /** HoldInfo expiresAt */
                expiresAt?: (number|null);

            }

            /** Shape of a HoldInfo. */
            type $Shape = ringkv.v1.HoldInfo.$Properties;
        }

        /**
         * Properties of a RenewHoldRequest.
         * @deprecated Use ringkv.v1.RenewHoldRequest.$Properties instead.
         */
        interface IRenewHoldRequest extends ringkv.v1.RenewHoldRequest.$Properties {
        }

        /** Represents a RenewHoldRequest. */
        class RenewHoldRequest {

            /**
             * Constructs a new RenewHoldRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RenewHoldRequest.$Properties);

            /** RenewHoldRequest id. */
            id: number;

            /** RenewHoldRequest lifeMs. */
            lifeMs: number;

            /**
             * Encodes the specified RenewHoldRequest message. Does not implicitly {@link ringkv.v1.RenewHoldRequest.verify|verify} messages.
             * @param message RenewHoldRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RenewHoldRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RenewHoldRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RenewHoldRequest & ringkv.v1.RenewHoldRequest.$Shape} RenewHoldRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RenewHoldRequest & ringkv.v1.RenewHoldRequest.$Shape;
        }

        namespace RenewHoldRequest {

            /** Properties of a RenewHoldRequest. */
            interface $Properties {

                /** RenewHoldRequest id */
                id?: (number|null);

                /** RenewHoldRequest lifeMs */
                lifeMs?: (number|null);

            }

            /** Shape of a RenewHoldRequest. */
            type $Shape = ringkv.v1.RenewHoldRequest.$Properties;
        }

        /**
         * Properties of a ReleaseHoldRequest.
         * @deprecated Use ringkv.v1.ReleaseHoldRequest.$Properties instead.
         */
        interface IReleaseHoldRequest extends ringkv.v1.ReleaseHoldRequest.$Properties {
        }

        /** Represents a ReleaseHoldRequest. */
        class ReleaseHoldRequest {

            /**
             * Constructs a new ReleaseHoldRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReleaseHoldRequest.$Properties);

            /** ReleaseHoldRequest id. */
            id: number;

            /**
             * Encodes the specified ReleaseHoldRequest message. Does not implicitly {@link ringkv.v1.ReleaseHoldRequest.verify|verify} messages.
             * @param message ReleaseHoldRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReleaseHoldRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseHoldRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReleaseHoldRequest & ringkv.v1.ReleaseHoldRequest.$Shape} ReleaseHoldRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReleaseHoldRequest & ringkv.v1.ReleaseHoldRequest.$Shape;
        }

        namespace ReleaseHoldRequest {

            /** Properties of a ReleaseHoldRequest. */
            interface $Properties {

                /** ReleaseHoldRequest id */
                id?: (number|null);

            }

            /** Shape of a ReleaseHoldRequest. */
            type $Shape = ringkv.v1.ReleaseHoldRequest.$Properties;
        }

        /**
         * Properties of a ReleaseHoldResponse.
         * @deprecated Use ringkv.v1.ReleaseHoldResponse.$Properties instead.
         */
        interface IReleaseHoldResponse extends ringkv.v1.ReleaseHoldResponse.$Properties {
        }

        /** Represents a ReleaseHoldResponse. */
        class ReleaseHoldResponse {

            /**
             * Constructs a new ReleaseHoldResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReleaseHoldResponse.$Properties);

            /**
             * Encodes the specified ReleaseHoldResponse message. Does not implicitly {@link ringkv.v1.ReleaseHoldResponse.verify|verify} messages.
             * @param message ReleaseHoldResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReleaseHoldResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseHoldResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReleaseHoldResponse & ringkv.v1.ReleaseHoldResponse.$Shape} ReleaseHoldResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReleaseHoldResponse & ringkv.v1.ReleaseHoldResponse.$Shape;
        }

        namespace ReleaseHoldResponse {

            /** Properties of a ReleaseHoldResponse. */
            interface $Properties {

            }

            /** Shape of a ReleaseHoldResponse. */
            type $Shape = ringkv.v1.ReleaseHoldResponse.$Properties;
        }

        /**
         * Properties of a ListHoldsRequest.
         * @deprecated Use ringkv.v1.ListHoldsRequest.$Properties instead.
         */
        interface IListHoldsRequest extends ringkv.v1.ListHoldsRequest.$Properties {
        }

        /** Represents a ListHoldsRequest. */
        class ListHoldsRequest {

            /**
             * Constructs a new ListHoldsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListHoldsRequest.$Properties);

            /**
             * Encodes the specified ListHoldsRequest message. Does not implicitly {@link ringkv.v1.ListHoldsRequest.verify|verify} messages.
             * @param message ListHoldsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListHoldsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListHoldsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListHoldsRequest & ringkv.v1.ListHoldsRequest.$Shape} ListHoldsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListHoldsRequest & ringkv.v1.ListHoldsRequest.$Shape;
        }

        namespace ListHoldsRequest {

            /** Properties of a ListHoldsRequest. */
            interface $Properties {

            }

            /** Shape of a ListHoldsRequest. */
            type $Shape = ringkv.v1.ListHoldsRequest.$Properties;
        }

        /**
         * Properties of a ListHoldsResponse.
         * @deprecated Use ringkv.v1.ListHoldsResponse.$Properties instead.
         */
        interface IListHoldsResponse extends ringkv.v1.ListHoldsResponse.$Properties {
        }

        /** Represents a ListHoldsResponse. */
        class ListHoldsResponse {

            /**
             * Constructs a new ListHoldsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListHoldsResponse.$Properties);

            /** ListHoldsResponse holds. */
            holds: ringkv.v1.HoldInfo.$Properties[];

            /**
             * Encodes the specified ListHoldsResponse message. Does not implicitly {@link ringkv.v1.ListHoldsResponse.verify|verify} messages.
             * @param message ListHoldsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListHoldsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListHoldsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListHoldsResponse & ringkv.v1.ListHoldsResponse.$Shape} ListHoldsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListHoldsResponse & ringkv.v1.ListHoldsResponse.$Shape;
        }

        namespace ListHoldsResponse {

            /** Properties of a ListHoldsResponse. */
            interface $Properties {

                /** ListHoldsResponse holds */
                holds?: (ringkv.v1.HoldInfo.$Properties[]|null);

            }

            /** Shape of a ListHoldsResponse. */
            type $Shape = ringkv.v1.ListHoldsResponse.$Properties;
        }

        /**
         * Properties of a Scalar.
         * @deprecated Use ringkv.v1.Scalar.$Properties instead.
         */
        interface IScalar extends ringkv.v1.Scalar.$Properties {
        }

        /** Represents a Scalar. */
        class Scalar {

            /**
             * Constructs a new Scalar.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Scalar.$Properties);

            /** Scalar int. */
            int?: (bigint|null);

            /** Scalar string. */
            string?: (string|null);

            /** Scalar bytes. */
            bytes?: (Uint8Array|null);

            /** Scalar kind. */
            kind?: ("int"|"string"|"bytes");

            /**
             * Encodes the specified Scalar message. Does not implicitly {@link ringkv.v1.Scalar.verify|verify} messages.
             * @param message Scalar message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Scalar.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Scalar message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Scalar & ringkv.v1.Scalar.$Shape} Scalar
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Scalar & ringkv.v1.Scalar.$Shape;
        }

        namespace Scalar {

            /** Properties of a Scalar. */
            interface $Properties {

                /** Scalar int */
                int?: (bigint|null);

                /** Scalar string */
                string?: (string|null);

                /** Scalar bytes */
                bytes?: (Uint8Array|null);

                /** Scalar kind */
                kind?: ("int"|"string"|"bytes");

            }

            /** Narrowed shape of a Scalar. */
            type $Shape = {
              int?: (bigint|null);
              string?: string|null;
              bytes?: Uint8Array|null;
            } & (
              ({ kind?: undefined; int?: null; string?: null; bytes?: null }|{ kind?: "int"; int: bigint; string?: null; bytes?: null }|{ kind?: "string"; int?: null; string: string; bytes?: null }|{ kind?: "bytes"; int?: null; string?: null; bytes: Uint8Array })
            );
        }

        /**
         * Properties of a List.
         * @deprecated Use ringkv.v1.List.$Properties instead.
         */
        interface IList extends ringkv.v1.List.$Properties {
        }

        /** Represents a List. */
        class List {

            /**
             * Constructs a new List.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.List.$Properties);

            /** List elements. */
            elements: ringkv.v1.Scalar.$Properties[];

            /**
             * Encodes the specified List message. Does not implicitly {@link ringkv.v1.List.verify|verify} messages.
             * @param message List message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.List.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a List message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.List & ringkv.v1.List.$Shape} List
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.List & ringkv.v1.List.$Shape;
        }

        namespace List {

            /** Properties of a List. */
            interface $Properties {

                /** List elements */
                elements?: (ringkv.v1.Scalar.$Properties[]|null);

            }

            /** Shape of a List. */
            type $Shape = {
              elements?: ringkv.v1.Scalar.$Shape[]|null;
            };
        }

        /**
         * Properties of a Value.
         * @deprecated Use ringkv.v1.Value.$Properties instead.
         */
        interface IValue extends ringkv.v1.Value.$Properties {
        }

        /** Represents a Value. */
        class Value {

            /**
             * Constructs a new Value.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Value.$Properties);

            /** Value int. */
            int?: (bigint|null);

            /** Value string. */
            string?: (string|null);

            /** Value bytes. */
            bytes?: (Uint8Array|null);

            /** Value list. */
            list?: (ringkv.v1.List.$Properties|null);

            /** Value kind. */
            kind?: ("int"|"string"|"bytes"|"list");

            /**
             * Encodes the specified Value message. Does not implicitly {@link ringkv.v1.Value.verify|verify} messages.
             * @param message Value message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Value.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Value message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Value & ringkv.v1.Value.$Shape} Value
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Value & ringkv.v1.Value.$Shape;
        }

        namespace Value {

            /** Properties of a Value. */
            interface $Properties {

                /** Value int */
                int?: (bigint|null);

                /** Value string */
                string?: (string|null);

                /** Value bytes */
                bytes?: (Uint8Array|null);

                /** Value list */
                list?: (ringkv.v1.List.$Properties|null);

                /** Value kind */
                kind?: ("int"|"string"|"bytes"|"list");

            }

            /** Narrowed shape of a Value. */
            type $Shape = {
              int?: (bigint|null);
              string?: string|null;
              bytes?: Uint8Array|null;
              list?: ringkv.v1.List.$Shape|null;
            } & (
              ({ kind?: undefined; int?: null; string?: null; bytes?: null; list?: null }|{ kind?: "int"; int: bigint; string?: null; bytes?: null; list?: null }|{ kind?: "string"; int?: null; string: string; bytes?: null; list?: null }|{ kind?: "bytes"; int?: null; string?: null; bytes: Uint8Array; list?: null }|{ kind?: "list"; int?: null; string?: null; bytes?: null; list: ringkv.v1.List.$Shape })
            );
        }

        /**
         * Properties of an OperationId.
         * @deprecated Use ringkv.v1.OperationId.$Properties instead.
         */
        interface IOperationId extends ringkv.v1.OperationId.$Properties {
        }

        /** Represents an OperationId. */
        class OperationId {

            /**
             * Constructs a new OperationId.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.OperationId.$Properties);

            /** OperationId client. */
            client: Uint8Array;

            /** OperationId sequence. */
            sequence: number;

            /** OperationId expiry. */
            expiry: number;

            /**
             * Encodes the specified OperationId message. Does not implicitly {@link ringkv.v1.OperationId.verify|verify} messages.
             * @param message OperationId message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.OperationId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OperationId message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.OperationId & ringkv.v1.OperationId.$Shape} OperationId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.OperationId & ringkv.v1.OperationId.$Shape;
        }

        namespace OperationId {

            /** Properties of an OperationId. */
            interface $Properties {

                /** OperationId client */
                client?: (Uint8Array|null);

                /** OperationId sequence */
                sequence?: (number|null);

                /** OperationId expiry */
                expiry?: (number|null);

            }

            /** Shape of an OperationId. */
            type $Shape = ringkv.v1.OperationId.$Properties;
        }

        /**
         * Properties of a WriteHeader.
         * @deprecated Use ringkv.v1.WriteHeader.$Properties instead.
         */
        interface IWriteHeader extends ringkv.v1.WriteHeader.$Properties {
        }

        /** Represents a WriteHeader. */
        class WriteHeader {

            /**
             * Constructs a new WriteHeader.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.WriteHeader.$Properties);

            /** WriteHeader id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /** WriteHeader lowWater. */
            lowWater: number;

            /** WriteHeader resent. */
            resent: boolean;

            /**
             * Encodes the specified WriteHeader message. Does not implicitly {@link ringkv.v1.WriteHeader.verify|verify} messages.
             * @param message WriteHeader message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.WriteHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteHeader message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.WriteHeader & ringkv.v1.WriteHeader.$Shape} WriteHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.WriteHeader & ringkv.v1.WriteHeader.$Shape;
        }

        namespace WriteHeader {

            /** Properties of a WriteHeader. */
            interface $Properties {

                /** WriteHeader id */
                id?: (ringkv.v1.OperationId.$Properties|null);

                /** WriteHeader lowWater */
                lowWater?: (number|null);

                /** WriteHeader resent */
                resent?: (boolean|null);

            }

            /** Shape of a WriteHeader. */
            type $Shape = ringkv.v1.WriteHeader.$Properties;
        }

        /** ConflictPolicy enum. */
        enum ConflictPolicy {

            /** CONFLICT_POLICY_UNSPECIFIED value */
            CONFLICT_POLICY_UNSPECIFIED = 0,

            /** CONFLICT_POLICY_AUTO value */
            CONFLICT_POLICY_AUTO = 1,

            /** CONFLICT_POLICY_LWW value */
            CONFLICT_POLICY_LWW = 2,

            /** CONFLICT_POLICY_ABORT value */
            CONFLICT_POLICY_ABORT = 3,

            /** CONFLICT_POLICY_TEXT value */
            CONFLICT_POLICY_TEXT = 4
        }

        /** Consistency enum. */
        enum Consistency {

            /** CONSISTENCY_STRICT value */
            CONSISTENCY_STRICT = 0,

            /** CONSISTENCY_SNAPSHOT value */
            CONSISTENCY_SNAPSHOT = 1,

            /** CONSISTENCY_STALE value */
            CONSISTENCY_STALE = 2
        }

        /**
         * Properties of a GetRequest.
         * @deprecated Use ringkv.v1.GetRequest.$Properties instead.
         */
        interface IGetRequest extends ringkv.v1.GetRequest.$Properties {
        }

        /** Represents a GetRequest. */
        class GetRequest {

            /**
             * Constructs a new GetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.GetRequest.$Properties);

            /** GetRequest keyspace. */
            keyspace: string;

            /** GetRequest key. */
            key: Uint8Array;

            /** GetRequest at. */
            at: number;

            /** GetRequest consistency. */
            consistency: ringkv.v1.Consistency;

            /** GetRequest maxStalenessMs. */
            maxStalenessMs: number;

            /** GetRequest floor. */
            floor: number;

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link ringkv.v1.GetRequest.verify|verify} messages.
             * @param message GetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.GetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.GetRequest & ringkv.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.GetRequest & ringkv.v1.GetRequest.$Shape;
        }

        namespace GetRequest {

            /** Properties of a GetRequest. */
            interface $Properties {

                /** GetRequest keyspace */
                keyspace?: (string|null);

                /** GetRequest key */
                key?: (Uint8Array|null);

                /** GetRequest at */
                at?: (number|null);

                /** GetRequest consistency */
                consistency?: (ringkv.v1.Consistency|null);

                /** GetRequest maxStalenessMs */
                maxStalenessMs?: (number|null);

                /** GetRequest floor */
                floor?: (number|null);

            }

            /** Shape of a GetRequest. */
            type $Shape = ringkv.v1.GetRequest.$Properties;
        }

        /**
         * Properties of a Row.
         * @deprecated Use ringkv.v1.Row.$Properties instead.
         */
        interface IRow extends ringkv.v1.Row.$Properties {
        }

        /** Represents a Row. */
        class Row {

            /**
             * Constructs a new Row.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Row.$Properties);

            /** Row key. */
            key: Uint8Array;

            /** Row timestamp. */
            timestamp: number;

            /** Row value. */
            value?: (ringkv.v1.Value.$Properties|null);

            /** Row expiry. */
            expiry: number;

            /** Row author. */
            author: string;

            /** Row context. */
            context: Uint8Array;

            /**
             * Encodes the specified Row message. Does not implicitly {@link ringkv.v1.Row.verify|verify} messages.
             * @param message Row message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Row.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Row message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Row & ringkv.v1.Row.$Shape} Row
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Row & ringkv.v1.Row.$Shape;
        }

        namespace Row {

            /** Properties of a Row. */
            interface $Properties {

                /** Row key */
                key?: (Uint8Array|null);

                /** Row timestamp */
                timestamp?: (number|null);

                /** Row value */
                value?: (ringkv.v1.Value.$Properties|null);

                /** Row expiry */
                expiry?: (number|null);

                /** Row author */
                author?: (string|null);

                /** Row context */
                context?: (Uint8Array|null);

            }

            /** Shape of a Row. */
            type $Shape = {
              key?: Uint8Array|null;
              timestamp?: number|null;
              value?: ringkv.v1.Value.$Shape|null;
              expiry?: number|null;
              author?: string|null;
              context?: Uint8Array|null;
            };
        }

        /**
         * Properties of a GetResponse.
         * @deprecated Use ringkv.v1.GetResponse.$Properties instead.
         */
        interface IGetResponse extends ringkv.v1.GetResponse.$Properties {
        }

        /** Represents a GetResponse. */
        class GetResponse {

            /**
             * Constructs a new GetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.GetResponse.$Properties);

            /** GetResponse row. */
            row?: (ringkv.v1.Row.$Properties|null);

            /** GetResponse readAt. */
            readAt: number;

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link ringkv.v1.GetResponse.verify|verify} messages.
             * @param message GetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.GetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.GetResponse & ringkv.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.GetResponse & ringkv.v1.GetResponse.$Shape;
        }

        namespace GetResponse {

            /** Properties of a GetResponse. */
            interface $Properties {

                /** GetResponse row */
                row?: (ringkv.v1.Row.$Properties|null);

                /** GetResponse readAt */
                readAt?: (number|null);

            }

            /** Shape of a GetResponse. */
            type $Shape = {
              row?: ringkv.v1.Row.$Shape|null;
              readAt?: number|null;
            };
        }

        /**
         * Properties of a BatchGetRequest.
         * @deprecated Use ringkv.v1.BatchGetRequest.$Properties instead.
         */
        interface IBatchGetRequest extends ringkv.v1.BatchGetRequest.$Properties {
        }

        /** Represents a BatchGetRequest. */
        class BatchGetRequest {

            /**
             * Constructs a new BatchGetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BatchGetRequest.$Properties);

            /** BatchGetRequest keyspace. */
            keyspace: string;

            /** BatchGetRequest keys. */
            keys: Uint8Array[];

            /** BatchGetRequest at. */
            at: number;

            /** BatchGetRequest consistency. */
            consistency: ringkv.v1.Consistency;

            /** BatchGetRequest maxStalenessMs. */
            maxStalenessMs: number;

            /** BatchGetRequest floor. */
            floor: number;

            /**
             * Encodes the specified BatchGetRequest message. Does not implicitly {@link ringkv.v1.BatchGetRequest.verify|verify} messages.
             * @param message BatchGetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BatchGetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchGetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchGetRequest & ringkv.v1.BatchGetRequest.$Shape} BatchGetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BatchGetRequest & ringkv.v1.BatchGetRequest.$Shape;
        }

        namespace BatchGetRequest {

            /** Properties of a BatchGetRequest. */
            interface $Properties {

                /** BatchGetRequest keyspace */
                keyspace?: (string|null);

                /** BatchGetRequest keys */
                keys?: (Uint8Array[]|null);

                /** BatchGetRequest at */
                at?: (number|null);

                /** BatchGetRequest consistency */
                consistency?: (ringkv.v1.Consistency|null);

                /** BatchGetRequest maxStalenessMs */
                maxStalenessMs?: (number|null);

                /** BatchGetRequest floor */
                floor?: (number|null);

            }

            /** Shape of a BatchGetRequest. */
            type $Shape = ringkv.v1.BatchGetRequest.$Properties;
        }

        /**
         * Properties of a BatchGetResponse.
         * @deprecated Use ringkv.v1.BatchGetResponse.$Properties instead.
         */
        interface IBatchGetResponse extends ringkv.v1.BatchGetResponse.$Properties {
        }

        /** Represents a BatchGetResponse. */
        class BatchGetResponse {

            /**
             * Constructs a new BatchGetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BatchGetResponse.$Properties);

            /** BatchGetResponse rows. */
            rows: ringkv.v1.Row.$Properties[];

            /** BatchGetResponse readAt. */
            readAt: number;

            /**
             * Encodes the specified BatchGetResponse message. Does not implicitly {@link ringkv.v1.BatchGetResponse.verify|verify} messages.
             * @param message BatchGetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BatchGetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchGetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchGetResponse & ringkv.v1.BatchGetResponse.$Shape} BatchGetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BatchGetResponse & ringkv.v1.BatchGetResponse.$Shape;
        }

        namespace BatchGetResponse {

            /** Properties of a BatchGetResponse. */
            interface $Properties {

                /** BatchGetResponse rows */
                rows?: (ringkv.v1.Row.$Properties[]|null);

                /** BatchGetResponse readAt */
                readAt?: (number|null);

            }

            /** Shape of a BatchGetResponse. */
            type $Shape = {
              rows?: ringkv.v1.Row.$Shape[]|null;
              readAt?: number|null;
            };
        }

        /**
         * Properties of a ScanRequest.
         * @deprecated Use ringkv.v1.ScanRequest.$Properties instead.
         */
        interface IScanRequest extends ringkv.v1.ScanRequest.$Properties {
        }

        /** Represents a ScanRequest. */
        class ScanRequest {

            /**
             * Constructs a new ScanRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ScanRequest.$Properties);

            /** ScanRequest keyspace. */
            keyspace: string;

            /** ScanRequest prefix. */
            prefix: Uint8Array;

            /** ScanRequest start. */
            start: Uint8Array;

            /** ScanRequest end. */
            end: Uint8Array;

            /** ScanRequest limit. */
            limit: number;

            /** ScanRequest at. */
            at: number;

            /** ScanRequest cursor. */
            cursor: Uint8Array;

            /** ScanRequest keysOnly. */
            keysOnly: boolean;

            /** ScanRequest partitionOf. */
            partitionOf: Uint8Array;

            /** ScanRequest consistency. */
            consistency: ringkv.v1.Consistency;

            /** ScanRequest maxStalenessMs. */
            maxStalenessMs: number;

            /** ScanRequest floor. */
            floor: number;

            /**
             * Encodes the specified ScanRequest message. Does not implicitly {@link ringkv.v1.ScanRequest.verify|verify} messages.
             * @param message ScanRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ScanRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScanRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ScanRequest & ringkv.v1.ScanRequest.$Shape} ScanRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ScanRequest & ringkv.v1.ScanRequest.$Shape;
        }

        namespace ScanRequest {

            /** Properties of a ScanRequest. */
            interface $Properties {

                /** ScanRequest keyspace */
                keyspace?: (string|null);

                /** ScanRequest prefix */
                prefix?: (Uint8Array|null);

                /** ScanRequest start */
                start?: (Uint8Array|null);

                /** ScanRequest end */
                end?: (Uint8Array|null);

                /** ScanRequest limit */
                limit?: (number|null);

                /** ScanRequest at */
                at?: (number|null);

                /** ScanRequest cursor */
                cursor?: (Uint8Array|null);

                /** ScanRequest keysOnly */
                keysOnly?: (boolean|null);

                /** ScanRequest partitionOf */
                partitionOf?: (Uint8Array|null);

                /** ScanRequest consistency */
                consistency?: (ringkv.v1.Consistency|null);

                /** ScanRequest maxStalenessMs */
                maxStalenessMs?: (number|null);

                /** ScanRequest floor */
                floor?: (number|null);

            }

            /** Shape of a ScanRequest. */
            type $Shape = ringkv.v1.ScanRequest.$Properties;
        }

        /**
         * Properties of a ScanResponse.
         * @deprecated Use ringkv.v1.ScanResponse.$Properties instead.
         */
        interface IScanResponse extends ringkv.v1.ScanResponse.$Properties {
        }

        /** Represents a ScanResponse. */
        class ScanResponse {

            /**
             * Constructs a new ScanResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ScanResponse.$Properties);

            /** ScanResponse rows. */
            rows: ringkv.v1.Row.$Properties[];

            /** ScanResponse cursor. */
            cursor: Uint8Array;

            /** ScanResponse readAt. */
            readAt: number;

            /**
             * Encodes the specified ScanResponse message. Does not implicitly {@link ringkv.v1.ScanResponse.verify|verify} messages.
             * @param message ScanResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ScanResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScanResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ScanResponse & ringkv.v1.ScanResponse.$Shape} ScanResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ScanResponse & ringkv.v1.ScanResponse.$Shape;
        }

        namespace ScanResponse {

            /** Properties of a ScanResponse. */
            interface $Properties {

                /** ScanResponse rows */
                rows?: (ringkv.v1.Row.$Properties[]|null);

                /** ScanResponse cursor */
                cursor?: (Uint8Array|null);

                /** ScanResponse readAt */
                readAt?: (number|null);

            }

            /** Shape of a ScanResponse. */
            type $Shape = {
              rows?: ringkv.v1.Row.$Shape[]|null;
              cursor?: Uint8Array|null;
              readAt?: number|null;
            };
        }

        /**
         * Properties of a WatchRequest.
         * @deprecated Use ringkv.v1.WatchRequest.$Properties instead.
         */
        interface IWatchRequest extends ringkv.v1.WatchRequest.$Properties {
        }

        /** Represents a WatchRequest. */
        class WatchRequest {

            /**
             * Constructs a new WatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.WatchRequest.$Properties);

            /** WatchRequest keyspace. */
            keyspace: string;

            /** WatchRequest key. */
            key: Uint8Array;

            /** WatchRequest prefix. */
            prefix: Uint8Array;

            /** WatchRequest start. */
            start: Uint8Array;

            /** WatchRequest end. */
            end: Uint8Array;

            /** WatchRequest token. */
            token: Uint8Array;

            /** WatchRequest from. */
            from: number;

            /** WatchRequest watch. */
            watch: number;

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link ringkv.v1.WatchRequest.verify|verify} messages.
             * @param message WatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.WatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.WatchRequest & ringkv.v1.WatchRequest.$Shape} WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.WatchRequest & ringkv.v1.WatchRequest.$Shape;
        }

        namespace WatchRequest {

            /** Properties of a WatchRequest. */
            interface $Properties {

                /** WatchRequest keyspace */
                keyspace?: (string|null);

                /** WatchRequest key */
                key?: (Uint8Array|null);

                /** WatchRequest prefix */
                prefix?: (Uint8Array|null);

                /** WatchRequest start */
                start?: (Uint8Array|null);

                /** WatchRequest end */
                end?: (Uint8Array|null);

                /** WatchRequest token */
                token?: (Uint8Array|null);

                /** WatchRequest from */
                from?: (number|null);

                /** WatchRequest watch */
                watch?: (number|null);

            }

            /** Shape of a WatchRequest. */
            type $Shape = ringkv.v1.WatchRequest.$Properties;
        }

        /**
         * Properties of a WatchResponse.
         * @deprecated Use ringkv.v1.WatchResponse.$Properties instead.
         */
        interface IWatchResponse extends ringkv.v1.WatchResponse.$Properties {
        }

        /** Represents a WatchResponse. */
        class WatchResponse {

            /**
             * Constructs a new WatchResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.WatchResponse.$Properties);

            /** WatchResponse events. */
            events: ringkv.v1.Row.$Properties[];

            /** WatchResponse token. */
            token: Uint8Array;

            /** WatchResponse resolved. */
            resolved: number;

            /**
             * Encodes the specified WatchResponse message. Does not implicitly {@link ringkv.v1.WatchResponse.verify|verify} messages.
             * @param message WatchResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.WatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.WatchResponse & ringkv.v1.WatchResponse.$Shape} WatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.WatchResponse & ringkv.v1.WatchResponse.$Shape;
        }

        namespace WatchResponse {

            /** Properties of a WatchResponse. */
            interface $Properties {

                /** WatchResponse events */
                events?: (ringkv.v1.Row.$Properties[]|null);

                /** WatchResponse token */
                token?: (Uint8Array|null);

                /** WatchResponse resolved */
                resolved?: (number|null);

            }

            /** Shape of a WatchResponse. */
            type $Shape = {
              events?: ringkv.v1.Row.$Shape[]|null;
              token?: Uint8Array|null;
              resolved?: number|null;
            };
        }

        /**
         * Properties of a PutRequest.
         * @deprecated Use ringkv.v1.PutRequest.$Properties instead.
         */
        interface IPutRequest extends ringkv.v1.PutRequest.$Properties {
        }

        /** Represents a PutRequest. */
        class PutRequest {

            /**
             * Constructs a new PutRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.PutRequest.$Properties);

            /** PutRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** PutRequest keyspace. */
            keyspace: string;

            /** PutRequest key. */
            key: Uint8Array;

            /** PutRequest value. */
            value?: (ringkv.v1.Value.$Properties|null);

            /** PutRequest expiry. */
            expiry: number;

            /** PutRequest context. */
            context: Uint8Array;

            /** PutRequest ownDots. */
            ownDots: number[];

            /** PutRequest onConflict. */
            onConflict: ringkv.v1.ConflictPolicy;

            /** PutRequest ifAbsent. */
            ifAbsent: boolean;

            /** PutRequest actor. */
            actor: string;

            /**
             * Encodes the specified PutRequest message. Does not implicitly {@link ringkv.v1.PutRequest.verify|verify} messages.
             * @param message PutRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.PutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.PutRequest & ringkv.v1.PutRequest.$Shape} PutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.PutRequest & ringkv.v1.PutRequest.$Shape;
        }

        namespace PutRequest {

            /** Properties of a PutRequest. */
            interface $Properties {

                /** PutRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** PutRequest keyspace */
                keyspace?: (string|null);

                /** PutRequest key */
                key?: (Uint8Array|null);

                /** PutRequest value */
                value?: (ringkv.v1.Value.$Properties|null);

                /** PutRequest expiry */
                expiry?: (number|null);

                /** PutRequest context */
                context?: (Uint8Array|null);

                /** PutRequest ownDots */
                ownDots?: (number[]|null);

                /** PutRequest onConflict */
                onConflict?: (ringkv.v1.ConflictPolicy|null);

                /** PutRequest ifAbsent */
                ifAbsent?: (boolean|null);

                /** PutRequest actor */
                actor?: (string|null);

            }

            /** Shape of a PutRequest. */
            type $Shape = {
              header?: ringkv.v1.WriteHeader.$Shape|null;
              keyspace?: string|null;
              key?: Uint8Array|null;
              value?: ringkv.v1.Value.$Shape|null;
              expiry?: number|null;
              context?: Uint8Array|null;
              ownDots?: number[]|null;
              onConflict?: ringkv.v1.ConflictPolicy|null;
              ifAbsent?: boolean|null;
              actor?: string|null;
            };
        }

        /**
         * Properties of a DeleteRequest.
         * @deprecated Use ringkv.v1.DeleteRequest.$Properties instead.
         */
        interface IDeleteRequest extends ringkv.v1.DeleteRequest.$Properties {
        }

        /** Represents a DeleteRequest. */
        class DeleteRequest {

            /**
             * Constructs a new DeleteRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.DeleteRequest.$Properties);

            /** DeleteRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** DeleteRequest keyspace. */
            keyspace: string;

            /** DeleteRequest key. */
            key: Uint8Array;

            /** DeleteRequest context. */
            context: Uint8Array;

            /** DeleteRequest ownDots. */
            ownDots: number[];

            /** DeleteRequest onConflict. */
            onConflict: ringkv.v1.ConflictPolicy;

            /** DeleteRequest actor. */
            actor: string;

            /**
             * Encodes the specified DeleteRequest message. Does not implicitly {@link ringkv.v1.DeleteRequest.verify|verify} messages.
             * @param message DeleteRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.DeleteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.DeleteRequest & ringkv.v1.DeleteRequest.$Shape} DeleteRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.DeleteRequest & ringkv.v1.DeleteRequest.$Shape;
        }

        namespace DeleteRequest {

            /** Properties of a DeleteRequest. */
            interface $Properties {

                /** DeleteRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** DeleteRequest keyspace */
                keyspace?: (string|null);

                /** DeleteRequest key */
                key?: (Uint8Array|null);

                /** DeleteRequest context */
                context?: (Uint8Array|null);

                /** DeleteRequest ownDots */
                ownDots?: (number[]|null);

                /** DeleteRequest onConflict */
                onConflict?: (ringkv.v1.ConflictPolicy|null);

                /** DeleteRequest actor */
                actor?: (string|null);

            }

            /** Shape of a DeleteRequest. */
            type $Shape = ringkv.v1.DeleteRequest.$Properties;
        }

        /**
         * Properties of a DeleteRangeRequest.
         * @deprecated Use ringkv.v1.DeleteRangeRequest.$Properties instead.
         */
        interface IDeleteRangeRequest extends ringkv.v1.DeleteRangeRequest.$Properties {
        }

        /** Represents a DeleteRangeRequest. */
        class DeleteRangeRequest {

            /**
             * Constructs a new DeleteRangeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.DeleteRangeRequest.$Properties);

            /** DeleteRangeRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** DeleteRangeRequest keyspace. */
            keyspace: string;

            /** DeleteRangeRequest partitionOf. */
            partitionOf: Uint8Array;

            /** DeleteRangeRequest prefix. */
            prefix: Uint8Array;

            /** DeleteRangeRequest start. */
            start: Uint8Array;

            /** DeleteRangeRequest end. */
            end: Uint8Array;

            /** DeleteRangeRequest actor. */
            actor: string;

            /**
             * Encodes the specified DeleteRangeRequest message. Does not implicitly {@link ringkv.v1.DeleteRangeRequest.verify|verify} messages.
             * @param message DeleteRangeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.DeleteRangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRangeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.DeleteRangeRequest & ringkv.v1.DeleteRangeRequest.$Shape} DeleteRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.DeleteRangeRequest & ringkv.v1.DeleteRangeRequest.$Shape;
        }

        namespace DeleteRangeRequest {

            /** Properties of a DeleteRangeRequest. */
            interface $Properties {

                /** DeleteRangeRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** DeleteRangeRequest keyspace */
                keyspace?: (string|null);

                /** DeleteRangeRequest partitionOf */
                partitionOf?: (Uint8Array|null);

                /** DeleteRangeRequest prefix */
                prefix?: (Uint8Array|null);

                /** DeleteRangeRequest start */
                start?: (Uint8Array|null);

                /** DeleteRangeRequest end */
                end?: (Uint8Array|null);

                /** DeleteRangeRequest actor */
                actor?: (string|null);

            }

            /** Shape of a DeleteRangeRequest. */
            type $Shape = ringkv.v1.DeleteRangeRequest.$Properties;
        }

        /**
         * Properties of a DeleteRangeResponse.
         * @deprecated Use ringkv.v1.DeleteRangeResponse.$Properties instead.
         */
        interface IDeleteRangeResponse extends ringkv.v1.DeleteRangeResponse.$Properties {
        }

        /** Represents a DeleteRangeResponse. */
        class DeleteRangeResponse {

            /**
             * Constructs a new DeleteRangeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.DeleteRangeResponse.$Properties);

            /** DeleteRangeResponse timestamp. */
            timestamp: number;

            /** DeleteRangeResponse deleted. */
            deleted: number;

            /** DeleteRangeResponse counted. */
            counted: boolean;

            /** DeleteRangeResponse id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /**
             * Encodes the specified DeleteRangeResponse message. Does not implicitly {@link ringkv.v1.DeleteRangeResponse.verify|verify} messages.
             * @param message DeleteRangeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.DeleteRangeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRangeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.DeleteRangeResponse & ringkv.v1.DeleteRangeResponse.$Shape} DeleteRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.DeleteRangeResponse & ringkv.v1.DeleteRangeResponse.$Shape;
        }

        namespace DeleteRangeResponse {

            /** Properties of a DeleteRangeResponse. */
            interface $Properties {

                /** DeleteRangeResponse timestamp */
                timestamp?: (number|null);

                /** DeleteRangeResponse deleted */
                deleted?: (number|null);

                /** DeleteRangeResponse counted */
                counted?: (boolean|null);

                /** DeleteRangeResponse id */
                id?: (ringkv.v1.OperationId.$Properties|null);

            }

            /** Shape of a DeleteRangeResponse. */
            type $Shape = ringkv.v1.DeleteRangeResponse.$Properties;
        }

        /**
         * Properties of an IncrementRequest.
         * @deprecated Use ringkv.v1.IncrementRequest.$Properties instead.
         */
        interface IIncrementRequest extends ringkv.v1.IncrementRequest.$Properties {
        }

        /** Represents an IncrementRequest. */
        class IncrementRequest {

            /**
             * Constructs a new IncrementRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.IncrementRequest.$Properties);

            /** IncrementRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** IncrementRequest keyspace. */
            keyspace: string;

            /** IncrementRequest key. */
            key: Uint8Array;

            /** IncrementRequest by. */
            by: bigint;

            /** IncrementRequest actor. */
            actor: string;

            /**
             * Encodes the specified IncrementRequest message. Does not implicitly {@link ringkv.v1.IncrementRequest.verify|verify} messages.
             * @param message IncrementRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.IncrementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IncrementRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.IncrementRequest & ringkv.v1.IncrementRequest.$Shape} IncrementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.IncrementRequest & ringkv.v1.IncrementRequest.$Shape;
        }

        namespace IncrementRequest {

            /** Properties of an IncrementRequest. */
            interface $Properties {

                /** IncrementRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** IncrementRequest keyspace */
                keyspace?: (string|null);

                /** IncrementRequest key */
                key?: (Uint8Array|null);

                /** IncrementRequest by */
                by?: (bigint|null);

                /** IncrementRequest actor */
                actor?: (string|null);

            }

            /** Shape of an IncrementRequest. */
            type $Shape = ringkv.v1.IncrementRequest.$Properties;
        }

        /**
         * Properties of a ListRequest.
         * @deprecated Use ringkv.v1.ListRequest.$Properties instead.
         */
        interface IListRequest extends ringkv.v1.ListRequest.$Properties {
        }

        /** Represents a ListRequest. */
        class ListRequest {

            /**
             * Constructs a new ListRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ListRequest.$Properties);

            /** ListRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** ListRequest keyspace. */
            keyspace: string;

            /** ListRequest key. */
            key: Uint8Array;

            /** ListRequest elements. */
            elements: ringkv.v1.Scalar.$Properties[];

            /** ListRequest actor. */
            actor: string;

            /**
             * Encodes the specified ListRequest message. Does not implicitly {@link ringkv.v1.ListRequest.verify|verify} messages.
             * @param message ListRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ListRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ListRequest & ringkv.v1.ListRequest.$Shape} ListRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ListRequest & ringkv.v1.ListRequest.$Shape;
        }

        namespace ListRequest {

            /** Properties of a ListRequest. */
            interface $Properties {

                /** ListRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** ListRequest keyspace */
                keyspace?: (string|null);

                /** ListRequest key */
                key?: (Uint8Array|null);

                /** ListRequest elements */
                elements?: (ringkv.v1.Scalar.$Properties[]|null);

                /** ListRequest actor */
                actor?: (string|null);

            }

            /** Shape of a ListRequest. */
            type $Shape = {
              header?: ringkv.v1.WriteHeader.$Shape|null;
              keyspace?: string|null;
              key?: Uint8Array|null;
              elements?: ringkv.v1.Scalar.$Shape[]|null;
              actor?: string|null;
            };
        }

        /** WriteOutcome enum. */
        enum WriteOutcome {

            /** WRITE_OUTCOME_UNSPECIFIED value */
            WRITE_OUTCOME_UNSPECIFIED = 0,

            /** WRITE_OUTCOME_APPLIED value */
            WRITE_OUTCOME_APPLIED = 1,

            /** WRITE_OUTCOME_MERGED value */
            WRITE_OUTCOME_MERGED = 2,

            /** WRITE_OUTCOME_WON value */
            WRITE_OUTCOME_WON = 3,

            /** WRITE_OUTCOME_LOST value */
            WRITE_OUTCOME_LOST = 4
        }

        /**
         * Properties of a WriteResponse.
         * @deprecated Use ringkv.v1.WriteResponse.$Properties instead.
         */
        interface IWriteResponse extends ringkv.v1.WriteResponse.$Properties {
        }

        /** Represents a WriteResponse. */
        class WriteResponse {

            /**
             * Constructs a new WriteResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.WriteResponse.$Properties);

            /** WriteResponse outcome. */
            outcome: ringkv.v1.WriteOutcome;

            /** WriteResponse timestamp. */
            timestamp: number;

            /** WriteResponse value. */
            value?: (ringkv.v1.Value.$Properties|null);

            /** WriteResponse id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /**
             * Encodes the specified WriteResponse message. Does not implicitly {@link ringkv.v1.WriteResponse.verify|verify} messages.
             * @param message WriteResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.WriteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.WriteResponse & ringkv.v1.WriteResponse.$Shape} WriteResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.WriteResponse & ringkv.v1.WriteResponse.$Shape;
        }

        namespace WriteResponse {

            /** Properties of a WriteResponse. */
            interface $Properties {

                /** WriteResponse outcome */
                outcome?: (ringkv.v1.WriteOutcome|null);

                /** WriteResponse timestamp */
                timestamp?: (number|null);

                /** WriteResponse value */
                value?: (ringkv.v1.Value.$Properties|null);

                /** WriteResponse id */
                id?: (ringkv.v1.OperationId.$Properties|null);

            }

            /** Shape of a WriteResponse. */
            type $Shape = {
              outcome?: ringkv.v1.WriteOutcome|null;
              timestamp?: number|null;
              value?: ringkv.v1.Value.$Shape|null;
              id?: ringkv.v1.OperationId.$Shape|null;
            };
        }

        /**
         * Properties of a BatchPutRequest.
         * @deprecated Use ringkv.v1.BatchPutRequest.$Properties instead.
         */
        interface IBatchPutRequest extends ringkv.v1.BatchPutRequest.$Properties {
        }

        /** Represents a BatchPutRequest. */
        class BatchPutRequest {

            /**
             * Constructs a new BatchPutRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BatchPutRequest.$Properties);

            /** BatchPutRequest puts. */
            puts: ringkv.v1.PutRequest.$Properties[];

            /**
             * Encodes the specified BatchPutRequest message. Does not implicitly {@link ringkv.v1.BatchPutRequest.verify|verify} messages.
             * @param message BatchPutRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BatchPutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchPutRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutRequest & ringkv.v1.BatchPutRequest.$Shape} BatchPutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BatchPutRequest & ringkv.v1.BatchPutRequest.$Shape;
        }

        namespace BatchPutRequest {

            /** Properties of a BatchPutRequest. */
            interface $Properties {

                /** BatchPutRequest puts */
                puts?: (ringkv.v1.PutRequest.$Properties[]|null);

            }

            /** Shape of a BatchPutRequest. */
            type $Shape = {
              puts?: ringkv.v1.PutRequest.$Shape[]|null;
            };
        }

        /**
         * Properties of a BatchPutResponse.
         * @deprecated Use ringkv.v1.BatchPutResponse.$Properties instead.
         */
        interface IBatchPutResponse extends ringkv.v1.BatchPutResponse.$Properties {
        }

        /** Represents a BatchPutResponse. */
        class BatchPutResponse {

            /**
             * Constructs a new BatchPutResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BatchPutResponse.$Properties);

            /** BatchPutResponse results. */
            results: ringkv.v1.BatchPutResult.$Properties[];

            /**
             * Encodes the specified BatchPutResponse message. Does not implicitly {@link ringkv.v1.BatchPutResponse.verify|verify} messages.
             * @param message BatchPutResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BatchPutResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchPutResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutResponse & ringkv.v1.BatchPutResponse.$Shape} BatchPutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BatchPutResponse & ringkv.v1.BatchPutResponse.$Shape;
        }

        namespace BatchPutResponse {

            /** Properties of a BatchPutResponse. */
            interface $Properties {

                /** BatchPutResponse results */
                results?: (ringkv.v1.BatchPutResult.$Properties[]|null);

            }

            /** Shape of a BatchPutResponse. */
            type $Shape = {
              results?: ringkv.v1.BatchPutResult.$Shape[]|null;
            };
        }

        /**
         * Properties of a BatchPutResult.
         * @deprecated Use ringkv.v1.BatchPutResult.$Properties instead.
         */
        interface IBatchPutResult extends ringkv.v1.BatchPutResult.$Properties {
        }

        /** Represents a BatchPutResult. */
        class BatchPutResult {

            /**
             * Constructs a new BatchPutResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BatchPutResult.$Properties);

            /** BatchPutResult written. */
            written?: (ringkv.v1.WriteResponse.$Properties|null);

            /** BatchPutResult error. */
            error?: (ringkv.v1.Error.$Properties|null);

            /** BatchPutResult result. */
            result?: ("written"|"error");

            /**
             * Encodes the specified BatchPutResult message. Does not implicitly {@link ringkv.v1.BatchPutResult.verify|verify} messages.
             * @param message BatchPutResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BatchPutResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchPutResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BatchPutResult & ringkv.v1.BatchPutResult.$Shape} BatchPutResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BatchPutResult & ringkv.v1.BatchPutResult.$Shape;
        }

        namespace BatchPutResult {

            /** Properties of a BatchPutResult. */
            interface $Properties {

                /** BatchPutResult written */
                written?: (ringkv.v1.WriteResponse.$Properties|null);

                /** BatchPutResult error */
                error?: (ringkv.v1.Error.$Properties|null);

                /** BatchPutResult result */
                result?: ("written"|"error");

            }

            /** Narrowed shape of a BatchPutResult. */
            type $Shape = {
              written?: ringkv.v1.WriteResponse.$Shape|null;
              error?: ringkv.v1.Error.$Shape|null;
            } & (
              ({ result?: undefined; written?: null; error?: null }|{ result?: "written"; written: ringkv.v1.WriteResponse.$Shape; error?: null }|{ result?: "error"; written?: null; error: ringkv.v1.Error.$Shape })
            );
        }

        /**
         * Properties of a Compare.
         * @deprecated Use ringkv.v1.Compare.$Properties instead.
         */
        interface ICompare extends ringkv.v1.Compare.$Properties {
        }

        /** Represents a Compare. */
        class Compare {

            /**
             * Constructs a new Compare.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Compare.$Properties);

            /** Compare keyspace. */
            keyspace: string;

            /** Compare key. */
            key: Uint8Array;

            /** Compare relation. */
            relation: ringkv.v1.Compare.Relation;

            /** Compare exists. */
            exists?: (boolean|null);

            /** Compare value. */
            value?: (ringkv.v1.Value.$Properties|null);

            /** Compare timestamp. */
            timestamp?: (number|null);

            /** Compare target. */
            target?: ("exists"|"value"|"timestamp");

            /**
             * Encodes the specified Compare message. Does not implicitly {@link ringkv.v1.Compare.verify|verify} messages.
             * @param message Compare message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Compare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Compare message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Compare & ringkv.v1.Compare.$Shape} Compare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Compare & ringkv.v1.Compare.$Shape;
        }

        namespace Compare {

            /** Properties of a Compare. */
            interface $Properties {

                /** Compare keyspace */
                keyspace?: (string|null);

                /** Compare key */
                key?: (Uint8Array|null);

                /** Compare relation */
                relation?: (ringkv.v1.Compare.Relation|null);

                /** Compare exists */
                exists?: (boolean|null);

                /** Compare value */
                value?: (ringkv.v1.Value.$Properties|null);

                /** Compare timestamp */
                timestamp?: (number|null);

                /** Compare target */
                target?: ("exists"|"value"|"timestamp");

            }

            /** Narrowed shape of a Compare. */
            type $Shape = {
              keyspace?: string|null;
              key?: Uint8Array|null;
              relation?: ringkv.v1.Compare.Relation|null;
              exists?: boolean|null;
              value?: ringkv.v1.Value.$Shape|null;
              timestamp?: number|null;
            } & (
              ({ target?: undefined; exists?: null; value?: null; timestamp?: null }|{ target?: "exists"; exists: boolean; value?: null; timestamp?: null }|{ target?: "value"; exists?: null; value: ringkv.v1.Value.$Shape; timestamp?: null }|{ target?: "timestamp"; exists?: null; value?: null; timestamp: number })
            );

            /** Relation enum. */
            enum Relation {

                /** RELATION_UNSPECIFIED value */
                RELATION_UNSPECIFIED = 0,

                /** RELATION_EQUAL value */
                RELATION_EQUAL = 1,

                /** RELATION_NOT_EQUAL value */
                RELATION_NOT_EQUAL = 2,

                /** RELATION_LESS value */
                RELATION_LESS = 3,

                /** RELATION_GREATER value */
                RELATION_GREATER = 4
            }
        }

        /**
         * Properties of an Operation.
         * @deprecated Use ringkv.v1.Operation.$Properties instead.
         */
        interface IOperation extends ringkv.v1.Operation.$Properties {
        }

        /** Represents an Operation. */
        class Operation {

            /**
             * Constructs a new Operation.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Operation.$Properties);

            /** Operation put. */
            put?: (ringkv.v1.PutRequest.$Properties|null);

            /** Operation delete. */
            delete?: (ringkv.v1.DeleteRequest.$Properties|null);

            /** Operation increment. */
            increment?: (ringkv.v1.IncrementRequest.$Properties|null);

            /** Operation listAppend. */
            listAppend?: (ringkv.v1.ListRequest.$Properties|null);

            /** Operation listPrepend. */
            listPrepend?: (ringkv.v1.ListRequest.$Properties|null);

            /** Operation listRemove. */
            listRemove?: (ringkv.v1.ListRequest.$Properties|null);

            /** Operation get. */
            get?: (ringkv.v1.GetRequest.$Properties|null);

            /** Operation kind. */
            kind?: ("put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"get");

            /**
             * Encodes the specified Operation message. Does not implicitly {@link ringkv.v1.Operation.verify|verify} messages.
             * @param message Operation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Operation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Operation & ringkv.v1.Operation.$Shape} Operation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Operation & ringkv.v1.Operation.$Shape;
        }

        namespace Operation {

            /** Properties of an Operation. */
            interface $Properties {

                /** Operation put */
                put?: (ringkv.v1.PutRequest.$Properties|null);

                /** Operation delete */
                "delete"?: (ringkv.v1.DeleteRequest.$Properties|null);

                /** Operation increment */
                increment?: (ringkv.v1.IncrementRequest.$Properties|null);

                /** Operation listAppend */
                listAppend?: (ringkv.v1.ListRequest.$Properties|null);

                /** Operation listPrepend */
                listPrepend?: (ringkv.v1.ListRequest.$Properties|null);

                /** Operation listRemove */
                listRemove?: (ringkv.v1.ListRequest.$Properties|null);

                /** Operation get */
                get?: (ringkv.v1.GetRequest.$Properties|null);

                /** Operation kind */
                kind?: ("put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"get");

            }

            /** Narrowed shape of an Operation. */
            type $Shape = {
              put?: ringkv.v1.PutRequest.$Shape|null;
              "delete"?: ringkv.v1.DeleteRequest.$Shape|null;
              increment?: ringkv.v1.IncrementRequest.$Shape|null;
              listAppend?: ringkv.v1.ListRequest.$Shape|null;
              listPrepend?: ringkv.v1.ListRequest.$Shape|null;
              listRemove?: ringkv.v1.ListRequest.$Shape|null;
              get?: ringkv.v1.GetRequest.$Shape|null;
            } & (
              ({ kind?: undefined; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "put"; put: ringkv.v1.PutRequest.$Shape; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "delete"; put?: null; "delete": ringkv.v1.DeleteRequest.$Shape; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "increment"; put?: null; "delete"?: null; increment: ringkv.v1.IncrementRequest.$Shape; listAppend?: null; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "listAppend"; put?: null; "delete"?: null; increment?: null; listAppend: ringkv.v1.ListRequest.$Shape; listPrepend?: null; listRemove?: null; get?: null }|{ kind?: "listPrepend"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend: ringkv.v1.ListRequest.$Shape; listRemove?: null; get?: null }|{ kind?: "listRemove"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove: ringkv.v1.ListRequest.$Shape; get?: null }|{ kind?: "get"; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; get: ringkv.v1.GetRequest.$Shape })
            );
        }

        /**
         * Properties of a TransactRequest.
         * @deprecated Use ringkv.v1.TransactRequest.$Properties instead.
         */
        interface ITransactRequest extends ringkv.v1.TransactRequest.$Properties {
        }

        /** Represents a TransactRequest. */
        class TransactRequest {

            /**
             * Constructs a new TransactRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.TransactRequest.$Properties);

            /** TransactRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** TransactRequest compare. */
            compare: ringkv.v1.Compare.$Properties[];

            /** TransactRequest then. */
            then: ringkv.v1.Operation.$Properties[];

            /** TransactRequest otherwise. */
            otherwise: ringkv.v1.Operation.$Properties[];

            /** TransactRequest actor. */
            actor: string;

            /** TransactRequest age. */
            age: number;

            /**
             * Encodes the specified TransactRequest message. Does not implicitly {@link ringkv.v1.TransactRequest.verify|verify} messages.
             * @param message TransactRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.TransactRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransactRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.TransactRequest & ringkv.v1.TransactRequest.$Shape} TransactRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.TransactRequest & ringkv.v1.TransactRequest.$Shape;
        }

        namespace TransactRequest {

            /** Properties of a TransactRequest. */
            interface $Properties {

                /** TransactRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** TransactRequest compare */
                compare?: (ringkv.v1.Compare.$Properties[]|null);

                /** TransactRequest then */
                then?: (ringkv.v1.Operation.$Properties[]|null);

                /** TransactRequest otherwise */
                otherwise?: (ringkv.v1.Operation.$Properties[]|null);

                /** TransactRequest actor */
                actor?: (string|null);

                /** TransactRequest age */
                age?: (number|null);

            }

            /** Shape of a TransactRequest. */
            type $Shape = {
              header?: ringkv.v1.WriteHeader.$Shape|null;
              compare?: ringkv.v1.Compare.$Shape[]|null;
              then?: ringkv.v1.Operation.$Shape[]|null;
              otherwise?: ringkv.v1.Operation.$Shape[]|null;
              actor?: string|null;
              age?: number|null;
            };
        }

        /**
         * Properties of an OperationResult.
         * @deprecated Use ringkv.v1.OperationResult.$Properties instead.
         */
        interface IOperationResult extends ringkv.v1.OperationResult.$Properties {
        }

        /** Represents an OperationResult. */
        class OperationResult {

            /**
             * Constructs a new OperationResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.OperationResult.$Properties);

            /** OperationResult written. */
            written?: (ringkv.v1.WriteResponse.$Properties|null);

            /** OperationResult row. */
            row?: (ringkv.v1.Row.$Properties|null);

            /** OperationResult kind. */
            kind?: ("written"|"row");

            /**
             * Encodes the specified OperationResult message. Does not implicitly {@link ringkv.v1.OperationResult.verify|verify} messages.
             * @param message OperationResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.OperationResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OperationResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.OperationResult & ringkv.v1.OperationResult.$Shape} OperationResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.OperationResult & ringkv.v1.OperationResult.$Shape;
        }

        namespace OperationResult {

            /** Properties of an OperationResult. */
            interface $Properties {

                /** OperationResult written */
                written?: (ringkv.v1.WriteResponse.$Properties|null);

                /** OperationResult row */
                row?: (ringkv.v1.Row.$Properties|null);

                /** OperationResult kind */
                kind?: ("written"|"row");

            }

            /** Narrowed shape of an OperationResult. */
            type $Shape = {
              written?: ringkv.v1.WriteResponse.$Shape|null;
              row?: ringkv.v1.Row.$Shape|null;
            } & (
              ({ kind?: undefined; written?: null; row?: null }|{ kind?: "written"; written: ringkv.v1.WriteResponse.$Shape; row?: null }|{ kind?: "row"; written?: null; row: ringkv.v1.Row.$Shape })
            );
        }

        /**
         * Properties of a TransactResponse.
         * @deprecated Use ringkv.v1.TransactResponse.$Properties instead.
         */
        interface ITransactResponse extends ringkv.v1.TransactResponse.$Properties {
        }

        /** Represents a TransactResponse. */
        class TransactResponse {

            /**
             * Constructs a new TransactResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.TransactResponse.$Properties);

            /** TransactResponse succeeded. */
            succeeded: boolean;

            /** TransactResponse results. */
            results: ringkv.v1.OperationResult.$Properties[];

            /** TransactResponse timestamp. */
            timestamp: number;

            /** TransactResponse id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /**
             * Encodes the specified TransactResponse message. Does not implicitly {@link ringkv.v1.TransactResponse.verify|verify} messages.
             * @param message TransactResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.TransactResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransactResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.TransactResponse & ringkv.v1.TransactResponse.$Shape} TransactResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.TransactResponse & ringkv.v1.TransactResponse.$Shape;
        }

        namespace TransactResponse {

            /** Properties of a TransactResponse. */
            interface $Properties {

                /** TransactResponse succeeded */
                succeeded?: (boolean|null);

                /** TransactResponse results */
                results?: (ringkv.v1.OperationResult.$Properties[]|null);

                /** TransactResponse timestamp */
                timestamp?: (number|null);

                /** TransactResponse id */
                id?: (ringkv.v1.OperationId.$Properties|null);

            }

            /** Shape of a TransactResponse. */
            type $Shape = {
              succeeded?: boolean|null;
              results?: ringkv.v1.OperationResult.$Shape[]|null;
              timestamp?: number|null;
              id?: ringkv.v1.OperationId.$Shape|null;
            };
        }

        /**
         * Properties of a BeginRequest.
         * @deprecated Use ringkv.v1.BeginRequest.$Properties instead.
         */
        interface IBeginRequest extends ringkv.v1.BeginRequest.$Properties {
        }

        /** Represents a BeginRequest. */
        class BeginRequest {

            /**
             * Constructs a new BeginRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BeginRequest.$Properties);

            /** BeginRequest floor. */
            floor: number;

            /**
             * Encodes the specified BeginRequest message. Does not implicitly {@link ringkv.v1.BeginRequest.verify|verify} messages.
             * @param message BeginRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BeginRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BeginRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BeginRequest & ringkv.v1.BeginRequest.$Shape} BeginRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BeginRequest & ringkv.v1.BeginRequest.$Shape;
        }

        namespace BeginRequest {

            /** Properties of a BeginRequest. */
            interface $Properties {

                /** BeginRequest floor */
                floor?: (number|null);

            }

            /** Shape of a BeginRequest. */
            type $Shape = ringkv.v1.BeginRequest.$Properties;
        }

        /**
         * Properties of a BeginResponse.
         * @deprecated Use ringkv.v1.BeginResponse.$Properties instead.
         */
        interface IBeginResponse extends ringkv.v1.BeginResponse.$Properties {
        }

        /** Represents a BeginResponse. */
        class BeginResponse {

            /**
             * Constructs a new BeginResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.BeginResponse.$Properties);

            /** BeginResponse timestamp. */
            timestamp: number;

            /**
             * Encodes the specified BeginResponse message. Does not implicitly {@link ringkv.v1.BeginResponse.verify|verify} messages.
             * @param message BeginResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.BeginResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BeginResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.BeginResponse & ringkv.v1.BeginResponse.$Shape} BeginResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.BeginResponse & ringkv.v1.BeginResponse.$Shape;
        }

        namespace BeginResponse {

            /** Properties of a BeginResponse. */
            interface $Properties {

                /** BeginResponse timestamp */
                timestamp?: (number|null);

            }

            /** Shape of a BeginResponse. */
            type $Shape = ringkv.v1.BeginResponse.$Properties;
        }

        /**
         * Properties of a ReadKey.
         * @deprecated Use ringkv.v1.ReadKey.$Properties instead.
         */
        interface IReadKey extends ringkv.v1.ReadKey.$Properties {
        }

        /** Represents a ReadKey. */
        class ReadKey {

            /**
             * Constructs a new ReadKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReadKey.$Properties);

            /** ReadKey keyspace. */
            keyspace: string;

            /** ReadKey key. */
            key: Uint8Array;

            /** ReadKey timestamp. */
            timestamp: number;

            /** ReadKey readAt. */
            readAt: number;

            /**
             * Encodes the specified ReadKey message. Does not implicitly {@link ringkv.v1.ReadKey.verify|verify} messages.
             * @param message ReadKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReadKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReadKey & ringkv.v1.ReadKey.$Shape} ReadKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReadKey & ringkv.v1.ReadKey.$Shape;
        }

        namespace ReadKey {

            /** Properties of a ReadKey. */
            interface $Properties {

                /** ReadKey keyspace */
                keyspace?: (string|null);

                /** ReadKey key */
                key?: (Uint8Array|null);

                /** ReadKey timestamp */
                timestamp?: (number|null);

                /** ReadKey readAt */
                readAt?: (number|null);

            }

            /** Shape of a ReadKey. */
            type $Shape = ringkv.v1.ReadKey.$Properties;
        }

        /**
         * Properties of a ReadRange.
         * @deprecated Use ringkv.v1.ReadRange.$Properties instead.
         */
        interface IReadRange extends ringkv.v1.ReadRange.$Properties {
        }

        /** Represents a ReadRange. */
        class ReadRange {

            /**
             * Constructs a new ReadRange.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReadRange.$Properties);

            /** ReadRange keyspace. */
            keyspace: string;

            /** ReadRange partitionOf. */
            partitionOf: Uint8Array;

            /** ReadRange start. */
            start: Uint8Array;

            /** ReadRange end. */
            end: Uint8Array;

            /** ReadRange rows. */
            rows: ringkv.v1.ReadKey.$Properties[];

            /** ReadRange readAt. */
            readAt: number;

            /**
             * Encodes the specified ReadRange message. Does not implicitly {@link ringkv.v1.ReadRange.verify|verify} messages.
             * @param message ReadRange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReadRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReadRange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReadRange & ringkv.v1.ReadRange.$Shape} ReadRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReadRange & ringkv.v1.ReadRange.$Shape;
        }

        namespace ReadRange {

            /** Properties of a ReadRange. */
            interface $Properties {

                /** ReadRange keyspace */
                keyspace?: (string|null);

                /** ReadRange partitionOf */
                partitionOf?: (Uint8Array|null);

                /** ReadRange start */
                start?: (Uint8Array|null);

                /** ReadRange end */
                end?: (Uint8Array|null);

                /** ReadRange rows */
                rows?: (ringkv.v1.ReadKey.$Properties[]|null);

                /** ReadRange readAt */
                readAt?: (number|null);

            }

            /** Shape of a ReadRange. */
            type $Shape = ringkv.v1.ReadRange.$Properties;
        }

        /**
         * Properties of a CommitRequest.
         * @deprecated Use ringkv.v1.CommitRequest.$Properties instead.
         */
        interface ICommitRequest extends ringkv.v1.CommitRequest.$Properties {
        }

        /** Represents a CommitRequest. */
        class CommitRequest {

            /**
             * Constructs a new CommitRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.CommitRequest.$Properties);

            /** CommitRequest header. */
            header?: (ringkv.v1.WriteHeader.$Properties|null);

            /** CommitRequest reads. */
            reads: ringkv.v1.ReadKey.$Properties[];

            /** CommitRequest ranges. */
            ranges: ringkv.v1.ReadRange.$Properties[];

            /** CommitRequest writes. */
            writes: ringkv.v1.Operation.$Properties[];

            /** CommitRequest age. */
            age: number;

            /** CommitRequest actor. */
            actor: string;

            /**
             * Encodes the specified CommitRequest message. Does not implicitly {@link ringkv.v1.CommitRequest.verify|verify} messages.
             * @param message CommitRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.CommitRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommitRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.CommitRequest & ringkv.v1.CommitRequest.$Shape} CommitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.CommitRequest & ringkv.v1.CommitRequest.$Shape;
        }

        namespace CommitRequest {

            /** Properties of a CommitRequest. */
            interface $Properties {

                /** CommitRequest header */
                header?: (ringkv.v1.WriteHeader.$Properties|null);

                /** CommitRequest reads */
                reads?: (ringkv.v1.ReadKey.$Properties[]|null);

                /** CommitRequest ranges */
                ranges?: (ringkv.v1.ReadRange.$Properties[]|null);

                /** CommitRequest writes */
                writes?: (ringkv.v1.Operation.$Properties[]|null);

                /** CommitRequest age */
                age?: (number|null);

                /** CommitRequest actor */
                actor?: (string|null);

            }

            /** Shape of a CommitRequest. */
            type $Shape = {
              header?: ringkv.v1.WriteHeader.$Shape|null;
              reads?: ringkv.v1.ReadKey.$Shape[]|null;
              ranges?: ringkv.v1.ReadRange.$Shape[]|null;
              writes?: ringkv.v1.Operation.$Shape[]|null;
              age?: number|null;
              actor?: string|null;
            };
        }

        /**
         * Properties of a ResolveKey.
         * @deprecated Use ringkv.v1.ResolveKey.$Properties instead.
         */
        interface IResolveKey extends ringkv.v1.ResolveKey.$Properties {
        }

        /** Represents a ResolveKey. */
        class ResolveKey {

            /**
             * Constructs a new ResolveKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ResolveKey.$Properties);

            /** ResolveKey keyspace. */
            keyspace: string;

            /** ResolveKey key. */
            key: Uint8Array;

            /**
             * Encodes the specified ResolveKey message. Does not implicitly {@link ringkv.v1.ResolveKey.verify|verify} messages.
             * @param message ResolveKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ResolveKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResolveKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveKey & ringkv.v1.ResolveKey.$Shape} ResolveKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ResolveKey & ringkv.v1.ResolveKey.$Shape;
        }

        namespace ResolveKey {

            /** Properties of a ResolveKey. */
            interface $Properties {

                /** ResolveKey keyspace */
                keyspace?: (string|null);

                /** ResolveKey key */
                key?: (Uint8Array|null);

            }

            /** Shape of a ResolveKey. */
            type $Shape = ringkv.v1.ResolveKey.$Properties;
        }

        /**
         * Properties of a ResolveRequest.
         * @deprecated Use ringkv.v1.ResolveRequest.$Properties instead.
         */
        interface IResolveRequest extends ringkv.v1.ResolveRequest.$Properties {
        }

        /** Represents a ResolveRequest. */
        class ResolveRequest {

            /**
             * Constructs a new ResolveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ResolveRequest.$Properties);

            /** ResolveRequest id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /** ResolveRequest keys. */
            keys: ringkv.v1.ResolveKey.$Properties[];

            /**
             * Encodes the specified ResolveRequest message. Does not implicitly {@link ringkv.v1.ResolveRequest.verify|verify} messages.
             * @param message ResolveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ResolveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResolveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveRequest & ringkv.v1.ResolveRequest.$Shape} ResolveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ResolveRequest & ringkv.v1.ResolveRequest.$Shape;
        }

        namespace ResolveRequest {

            /** Properties of a ResolveRequest. */
            interface $Properties {

                /** ResolveRequest id */
                id?: (ringkv.v1.OperationId.$Properties|null);

                /** ResolveRequest keys */
                keys?: (ringkv.v1.ResolveKey.$Properties[]|null);

            }

            /** Shape of a ResolveRequest. */
            type $Shape = ringkv.v1.ResolveRequest.$Properties;
        }

        /**
         * Properties of a ResolveResponse.
         * @deprecated Use ringkv.v1.ResolveResponse.$Properties instead.
         */
        interface IResolveResponse extends ringkv.v1.ResolveResponse.$Properties {
        }

        /** Represents a ResolveResponse. */
        class ResolveResponse {

            /**
             * Constructs a new ResolveResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ResolveResponse.$Properties);

            /** ResolveResponse outcome. */
            outcome: ringkv.v1.ResolveResponse.Outcome;

            /** ResolveResponse timestamp. */
            timestamp: number;

            /**
             * Encodes the specified ResolveResponse message. Does not implicitly {@link ringkv.v1.ResolveResponse.verify|verify} messages.
             * @param message ResolveResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ResolveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResolveResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ResolveResponse & ringkv.v1.ResolveResponse.$Shape} ResolveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ResolveResponse & ringkv.v1.ResolveResponse.$Shape;
        }

        namespace ResolveResponse {

            /** Properties of a ResolveResponse. */
            interface $Properties {

                /** ResolveResponse outcome */
                outcome?: (ringkv.v1.ResolveResponse.Outcome|null);

                /** ResolveResponse timestamp */
                timestamp?: (number|null);

            }

            /** Shape of a ResolveResponse. */
            type $Shape = ringkv.v1.ResolveResponse.$Properties;

            /** Outcome enum. */
            enum Outcome {

                /** OUTCOME_UNSPECIFIED value */
                OUTCOME_UNSPECIFIED = 0,

                /** OUTCOME_COMMITTED value */
                OUTCOME_COMMITTED = 1,

                /** OUTCOME_ABORTED value */
                OUTCOME_ABORTED = 2,

                /** OUTCOME_EXPIRED value */
                OUTCOME_EXPIRED = 3
            }
        }

        /**
         * Properties of a VectorClock.
         * @deprecated Use ringkv.v1.VectorClock.$Properties instead.
         */
        interface IVectorClock extends ringkv.v1.VectorClock.$Properties {
        }

        /** Represents a VectorClock. */
        class VectorClock {

            /**
             * Constructs a new VectorClock.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.VectorClock.$Properties);

            /** VectorClock counters. */
            counters: { [k: string]: number };

            /** VectorClock dropped. */
            dropped: number;

            /**
             * Encodes the specified VectorClock message. Does not implicitly {@link ringkv.v1.VectorClock.verify|verify} messages.
             * @param message VectorClock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.VectorClock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VectorClock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.VectorClock & ringkv.v1.VectorClock.$Shape} VectorClock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.VectorClock & ringkv.v1.VectorClock.$Shape;
        }

        namespace VectorClock {

            /** Properties of a VectorClock. */
            interface $Properties {

                /** VectorClock counters */
                counters?: ({ [k: string]: number }|null);

                /** VectorClock dropped */
                dropped?: (number|null);

            }

            /** Shape of a VectorClock. */
            type $Shape = ringkv.v1.VectorClock.$Properties;
        }

        /**
         * Properties of a ConflictSide.
         * @deprecated Use ringkv.v1.ConflictSide.$Properties instead.
         */
        interface IConflictSide extends ringkv.v1.ConflictSide.$Properties {
        }

        /** Represents a ConflictSide. */
        class ConflictSide {

            /**
             * Constructs a new ConflictSide.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ConflictSide.$Properties);

            /** ConflictSide timestamp. */
            timestamp: number;

            /** ConflictSide clock. */
            clock?: (ringkv.v1.VectorClock.$Properties|null);

            /** ConflictSide value. */
            value?: (ringkv.v1.Value.$Properties|null);

            /** ConflictSide author. */
            author: string;

            /** ConflictSide truncated. */
            truncated: boolean;

            /**
             * Encodes the specified ConflictSide message. Does not implicitly {@link ringkv.v1.ConflictSide.verify|verify} messages.
             * @param message ConflictSide message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ConflictSide.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConflictSide message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ConflictSide & ringkv.v1.ConflictSide.$Shape} ConflictSide
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ConflictSide & ringkv.v1.ConflictSide.$Shape;
        }

        namespace ConflictSide {

            /** Properties of a ConflictSide. */
            interface $Properties {

                /** ConflictSide timestamp */
                timestamp?: (number|null);

                /** ConflictSide clock */
                clock?: (ringkv.v1.VectorClock.$Properties|null);

                /** ConflictSide value */
                value?: (ringkv.v1.Value.$Properties|null);

                /** ConflictSide author */
                author?: (string|null);

                /** ConflictSide truncated */
                truncated?: (boolean|null);

            }

            /** Shape of a ConflictSide. */
            type $Shape = {
              timestamp?: number|null;
              clock?: ringkv.v1.VectorClock.$Shape|null;
              value?: ringkv.v1.Value.$Shape|null;
              author?: string|null;
              truncated?: boolean|null;
            };
        }

        /**
         * Properties of a ConflictOverlap.
         * @deprecated Use ringkv.v1.ConflictOverlap.$Properties instead.
         */
        interface IConflictOverlap extends ringkv.v1.ConflictOverlap.$Properties {
        }

        /** Represents a ConflictOverlap. */
        class ConflictOverlap {

            /**
             * Constructs a new ConflictOverlap.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ConflictOverlap.$Properties);

            /** ConflictOverlap start. */
            start: number;

            /** ConflictOverlap end. */
            end: number;

            /**
             * Encodes the specified ConflictOverlap message. Does not implicitly {@link ringkv.v1.ConflictOverlap.verify|verify} messages.
             * @param message ConflictOverlap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ConflictOverlap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConflictOverlap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ConflictOverlap & ringkv.v1.ConflictOverlap.$Shape} ConflictOverlap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ConflictOverlap & ringkv.v1.ConflictOverlap.$Shape;
        }

        namespace ConflictOverlap {

            /** Properties of a ConflictOverlap. */
            interface $Properties {

                /** ConflictOverlap start */
                start?: (number|null);

                /** ConflictOverlap end */
                end?: (number|null);

            }

            /** Shape of a ConflictOverlap. */
            type $Shape = ringkv.v1.ConflictOverlap.$Properties;
        }

        /**
         * Properties of a Conflict.
         * @deprecated Use ringkv.v1.Conflict.$Properties instead.
         */
        interface IConflict extends ringkv.v1.Conflict.$Properties {
        }

        /** Represents a Conflict. */
        class Conflict {

            /**
             * Constructs a new Conflict.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Conflict.$Properties);

            /** Conflict key. */
            key: Uint8Array;

            /** Conflict relation. */
            relation: string;

            /** Conflict reason. */
            reason: string;

            /** Conflict base. */
            base?: (ringkv.v1.ConflictSide.$Properties|null);

            /** Conflict theirs. */
            theirs?: (ringkv.v1.ConflictSide.$Properties|null);

            /** Conflict mine. */
            mine?: (ringkv.v1.ConflictSide.$Properties|null);

            /** Conflict cause. */
            cause: string;

            /** Conflict overlap. */
            overlap?: (ringkv.v1.ConflictOverlap.$Properties|null);

            /** Conflict keyspace. */
            keyspace: string;

            /** Conflict newestContext. */
            newestContext: Uint8Array;

            /**
             * Encodes the specified Conflict message. Does not implicitly {@link ringkv.v1.Conflict.verify|verify} messages.
             * @param message Conflict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Conflict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Conflict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Conflict & ringkv.v1.Conflict.$Shape} Conflict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Conflict & ringkv.v1.Conflict.$Shape;
        }

        namespace Conflict {

            /** Properties of a Conflict. */
            interface $Properties {

                /** Conflict key */
                key?: (Uint8Array|null);

                /** Conflict relation */
                relation?: (string|null);

                /** Conflict reason */
                reason?: (string|null);

                /** Conflict base */
                base?: (ringkv.v1.ConflictSide.$Properties|null);

                /** Conflict theirs */
                theirs?: (ringkv.v1.ConflictSide.$Properties|null);

                /** Conflict mine */
                mine?: (ringkv.v1.ConflictSide.$Properties|null);

                /** Conflict cause */
                cause?: (string|null);

                /** Conflict overlap */
                overlap?: (ringkv.v1.ConflictOverlap.$Properties|null);

                /** Conflict keyspace */
                keyspace?: (string|null);

                /** Conflict newestContext */
                newestContext?: (Uint8Array|null);

            }

            /** Shape of a Conflict. */
            type $Shape = {
              key?: Uint8Array|null;
              relation?: string|null;
              reason?: string|null;
              base?: ringkv.v1.ConflictSide.$Shape|null;
              theirs?: ringkv.v1.ConflictSide.$Shape|null;
              mine?: ringkv.v1.ConflictSide.$Shape|null;
              cause?: string|null;
              overlap?: ringkv.v1.ConflictOverlap.$Shape|null;
              keyspace?: string|null;
              newestContext?: Uint8Array|null;
            };
        }

        /**
         * Properties of a ConflictsRequest.
         * @deprecated Use ringkv.v1.ConflictsRequest.$Properties instead.
         */
        interface IConflictsRequest extends ringkv.v1.ConflictsRequest.$Properties {
        }

        /** Represents a ConflictsRequest. */
        class ConflictsRequest {

            /**
             * Constructs a new ConflictsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ConflictsRequest.$Properties);

            /** ConflictsRequest keyspace. */
            keyspace: string;

            /** ConflictsRequest key. */
            key: Uint8Array;

            /** ConflictsRequest limit. */
            limit: number;

            /** ConflictsRequest at. */
            at: number;

            /**
             * Encodes the specified ConflictsRequest message. Does not implicitly {@link ringkv.v1.ConflictsRequest.verify|verify} messages.
             * @param message ConflictsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ConflictsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConflictsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ConflictsRequest & ringkv.v1.ConflictsRequest.$Shape} ConflictsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ConflictsRequest & ringkv.v1.ConflictsRequest.$Shape;
        }

        namespace ConflictsRequest {

            /** Properties of a ConflictsRequest. */
            interface $Properties {

                /** ConflictsRequest keyspace */
                keyspace?: (string|null);

                /** ConflictsRequest key */
                key?: (Uint8Array|null);

                /** ConflictsRequest limit */
                limit?: (number|null);

                /** ConflictsRequest at */
                at?: (number|null);

            }

            /** Shape of a ConflictsRequest. */
            type $Shape = ringkv.v1.ConflictsRequest.$Properties;
        }

        /**
         * Properties of a LoggedConflict.
         * @deprecated Use ringkv.v1.LoggedConflict.$Properties instead.
         */
        interface ILoggedConflict extends ringkv.v1.LoggedConflict.$Properties {
        }

        /** Represents a LoggedConflict. */
        class LoggedConflict {

            /**
             * Constructs a new LoggedConflict.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.LoggedConflict.$Properties);

            /** LoggedConflict at. */
            at: number;

            /** LoggedConflict conflict. */
            conflict?: (ringkv.v1.Conflict.$Properties|null);

            /** LoggedConflict outcome. */
            outcome: ringkv.v1.WriteOutcome;

            /** LoggedConflict policy. */
            policy: ringkv.v1.ConflictPolicy;

            /** LoggedConflict merged. */
            merged?: (ringkv.v1.ConflictSide.$Properties|null);

            /** LoggedConflict id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /**
             * Encodes the specified LoggedConflict message. Does not implicitly {@link ringkv.v1.LoggedConflict.verify|verify} messages.
             * @param message LoggedConflict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.LoggedConflict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoggedConflict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.LoggedConflict & ringkv.v1.LoggedConflict.$Shape} LoggedConflict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.LoggedConflict & ringkv.v1.LoggedConflict.$Shape;
        }

        namespace LoggedConflict {

            /** Properties of a LoggedConflict. */
            interface $Properties {

                /** LoggedConflict at */
                at?: (number|null);

                /** LoggedConflict conflict */
                conflict?: (ringkv.v1.Conflict.$Properties|null);

                /** LoggedConflict outcome */
                outcome?: (ringkv.v1.WriteOutcome|null);

                /** LoggedConflict policy */
                policy?: (ringkv.v1.ConflictPolicy|null);

                /** LoggedConflict merged */
                merged?: (ringkv.v1.ConflictSide.$Properties|null);

                /** LoggedConflict id */
                id?: (ringkv.v1.OperationId.$Properties|null);

            }

            /** Shape of a LoggedConflict. */
            type $Shape = {
              at?: number|null;
              conflict?: ringkv.v1.Conflict.$Shape|null;
              outcome?: ringkv.v1.WriteOutcome|null;
              policy?: ringkv.v1.ConflictPolicy|null;
              merged?: ringkv.v1.ConflictSide.$Shape|null;
              id?: ringkv.v1.OperationId.$Shape|null;
            };
        }

        /**
         * Properties of a ConflictsResponse.
         * @deprecated Use ringkv.v1.ConflictsResponse.$Properties instead.
         */
        interface IConflictsResponse extends ringkv.v1.ConflictsResponse.$Properties {
        }

        /** Represents a ConflictsResponse. */
        class ConflictsResponse {

            /**
             * Constructs a new ConflictsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ConflictsResponse.$Properties);

            /** ConflictsResponse conflicts. */
            conflicts: ringkv.v1.LoggedConflict.$Properties[];

            /** ConflictsResponse since. */
            since: number;

            /**
             * Encodes the specified ConflictsResponse message. Does not implicitly {@link ringkv.v1.ConflictsResponse.verify|verify} messages.
             * @param message ConflictsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ConflictsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConflictsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ConflictsResponse & ringkv.v1.ConflictsResponse.$Shape} ConflictsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ConflictsResponse & ringkv.v1.ConflictsResponse.$Shape;
        }

        namespace ConflictsResponse {

            /** Properties of a ConflictsResponse. */
            interface $Properties {

                /** ConflictsResponse conflicts */
                conflicts?: (ringkv.v1.LoggedConflict.$Properties[]|null);

                /** ConflictsResponse since */
                since?: (number|null);

            }

            /** Shape of a ConflictsResponse. */
            type $Shape = {
              conflicts?: ringkv.v1.LoggedConflict.$Shape[]|null;
              since?: number|null;
            };
        }

        /**
         * Properties of a HistoryRequest.
         * @deprecated Use ringkv.v1.HistoryRequest.$Properties instead.
         */
        interface IHistoryRequest extends ringkv.v1.HistoryRequest.$Properties {
        }

        /** Represents a HistoryRequest. */
        class HistoryRequest {

            /**
             * Constructs a new HistoryRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.HistoryRequest.$Properties);

            /** HistoryRequest keyspace. */
            keyspace: string;

            /** HistoryRequest key. */
            key: Uint8Array;

            /** HistoryRequest limit. */
            limit: number;

            /** HistoryRequest at. */
            at: number;

            /**
             * Encodes the specified HistoryRequest message. Does not implicitly {@link ringkv.v1.HistoryRequest.verify|verify} messages.
             * @param message HistoryRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.HistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HistoryRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.HistoryRequest & ringkv.v1.HistoryRequest.$Shape} HistoryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.HistoryRequest & ringkv.v1.HistoryRequest.$Shape;
        }

        namespace HistoryRequest {

            /** Properties of a HistoryRequest. */
            interface $Properties {

                /** HistoryRequest keyspace */
                keyspace?: (string|null);

                /** HistoryRequest key */
                key?: (Uint8Array|null);

                /** HistoryRequest limit */
                limit?: (number|null);

                /** HistoryRequest at */
                at?: (number|null);

            }

            /** Shape of a HistoryRequest. */
            type $Shape = ringkv.v1.HistoryRequest.$Properties;
        }

        /**
         * Properties of a HistoryResponse.
         * @deprecated Use ringkv.v1.HistoryResponse.$Properties instead.
         */
        interface IHistoryResponse extends ringkv.v1.HistoryResponse.$Properties {
        }

        /** Represents a HistoryResponse. */
        class HistoryResponse {

            /**
             * Constructs a new HistoryResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.HistoryResponse.$Properties);

            /** HistoryResponse rows. */
            rows: ringkv.v1.Row.$Properties[];

            /** HistoryResponse complete. */
            complete: boolean;

            /**
             * Encodes the specified HistoryResponse message. Does not implicitly {@link ringkv.v1.HistoryResponse.verify|verify} messages.
             * @param message HistoryResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.HistoryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HistoryResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.HistoryResponse & ringkv.v1.HistoryResponse.$Shape} HistoryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.HistoryResponse & ringkv.v1.HistoryResponse.$Shape;
        }

        namespace HistoryResponse {

            /** Properties of a HistoryResponse. */
            interface $Properties {

                /** HistoryResponse rows */
                rows?: (ringkv.v1.Row.$Properties[]|null);

                /** HistoryResponse complete */
                complete?: (boolean|null);

            }

            /** Shape of a HistoryResponse. */
            type $Shape = {
              rows?: ringkv.v1.Row.$Shape[]|null;
              complete?: boolean|null;
            };
        }

        /**
         * Properties of an Error.
         * @deprecated Use ringkv.v1.Error.$Properties instead.
         */
        interface IError extends ringkv.v1.Error.$Properties {
        }

        /** Represents an Error. */
        class Error {

            /**
             * Constructs a new Error.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Error.$Properties);

            /** Error code. */
            code: number;

            /** Error name. */
            name: string;

            /** Error message. */
            message: string;

            /** Error conflicts. */
            conflicts: ringkv.v1.Conflict.$Properties[];

            /** Error retryAfterMs. */
            retryAfterMs: number;

            /** Error id. */
            id?: (ringkv.v1.OperationId.$Properties|null);

            /**
             * Encodes the specified Error message. Does not implicitly {@link ringkv.v1.Error.verify|verify} messages.
             * @param message Error message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Error & ringkv.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Error & ringkv.v1.Error.$Shape;
        }

        namespace Error {

            /** Properties of an Error. */
            interface $Properties {

                /** Error code */
                code?: (number|null);

                /** Error name */
                name?: (string|null);

                /** Error message */
                message?: (string|null);

                /** Error conflicts */
                conflicts?: (ringkv.v1.Conflict.$Properties[]|null);

                /** Error retryAfterMs */
                retryAfterMs?: (number|null);

                /** Error id */
                id?: (ringkv.v1.OperationId.$Properties|null);

            }

            /** Shape of an Error. */
            type $Shape = {
              code?: number|null;
              name?: string|null;
              message?: string|null;
              conflicts?: ringkv.v1.Conflict.$Shape[]|null;
              retryAfterMs?: number|null;
              id?: ringkv.v1.OperationId.$Shape|null;
            };
        }

        /**
         * Properties of a Hello.
         * @deprecated Use ringkv.v1.Hello.$Properties instead.
         */
        interface IHello extends ringkv.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Hello.$Properties);

            /** Hello client. */
            client: Uint8Array;

            /** Hello actor. */
            actor: string;

            /** Hello wantRoutes. */
            wantRoutes: boolean;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link ringkv.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Hello & ringkv.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Hello & ringkv.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello client */
                client?: (Uint8Array|null);

                /** Hello actor */
                actor?: (string|null);

                /** Hello wantRoutes */
                wantRoutes?: (boolean|null);

            }

            /** Shape of a Hello. */
            type $Shape = ringkv.v1.Hello.$Properties;
        }

        /**
         * Properties of a Request.
         * @deprecated Use ringkv.v1.Request.$Properties instead.
         */
        interface IRequest extends ringkv.v1.Request.$Properties {
        }

        /** Represents a Request. */
        class Request {

            /**
             * Constructs a new Request.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Request.$Properties);

            /** Request id. */
            id: number;

            /** Request timeoutMs. */
            timeoutMs: number;

            /** Request get. */
            get?: (ringkv.v1.GetRequest.$Properties|null);

            /** Request batchGet. */
            batchGet?: (ringkv.v1.BatchGetRequest.$Properties|null);

            /** Request scan. */
            scan?: (ringkv.v1.ScanRequest.$Properties|null);

            /** Request put. */
            put?: (ringkv.v1.PutRequest.$Properties|null);

            /** Request delete. */
            delete?: (ringkv.v1.DeleteRequest.$Properties|null);

            /** Request increment. */
            increment?: (ringkv.v1.IncrementRequest.$Properties|null);

            /** Request listAppend. */
            listAppend?: (ringkv.v1.ListRequest.$Properties|null);

            /** Request listPrepend. */
            listPrepend?: (ringkv.v1.ListRequest.$Properties|null);

            /** Request listRemove. */
            listRemove?: (ringkv.v1.ListRequest.$Properties|null);

            /** Request batchPut. */
            batchPut?: (ringkv.v1.BatchPutRequest.$Properties|null);

            /** Request transact. */
            transact?: (ringkv.v1.TransactRequest.$Properties|null);

            /** Request begin. */
            begin?: (ringkv.v1.BeginRequest.$Properties|null);

            /** Request commit. */
            commit?: (ringkv.v1.CommitRequest.$Properties|null);

            /** Request resolve. */
            resolve?: (ringkv.v1.ResolveRequest.$Properties|null);

            /** Request conflicts. */
            conflicts?: (ringkv.v1.ConflictsRequest.$Properties|null);

            /** Request history. */
            history?: (ringkv.v1.HistoryRequest.$Properties|null);

            /** Request deleteRange. */
            deleteRange?: (ringkv.v1.DeleteRangeRequest.$Properties|null);

            /** Request watch. */
            watch?: (ringkv.v1.WatchRequest.$Properties|null);

            /** Request body. */
            body?: ("get"|"batchGet"|"scan"|"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"batchPut"|"transact"|"begin"|"commit"|"resolve"|"conflicts"|"history"|"deleteRange"|"watch");

            /**
             * Encodes the specified Request message. Does not implicitly {@link ringkv.v1.Request.verify|verify} messages.
             * @param message Request message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Request message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Request & ringkv.v1.Request.$Shape} Request
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Request & ringkv.v1.Request.$Shape;
        }

        namespace Request {

            /** Properties of a Request. */
            interface $Properties {

                /** Request id */
                id?: (number|null);

                /** Request timeoutMs */
                timeoutMs?: (number|null);

                /** Request get */
                get?: (ringkv.v1.GetRequest.$Properties|null);

                /** Request batchGet */
                batchGet?: (ringkv.v1.BatchGetRequest.$Properties|null);

                /** Request scan */
                scan?: (ringkv.v1.ScanRequest.$Properties|null);

                /** Request put */
                put?: (ringkv.v1.PutRequest.$Properties|null);

                /** Request delete */
                "delete"?: (ringkv.v1.DeleteRequest.$Properties|null);

                /** Request increment */
                increment?: (ringkv.v1.IncrementRequest.$Properties|null);

                /** Request listAppend */
                listAppend?: (ringkv.v1.ListRequest.$Properties|null);

                /** Request listPrepend */
                listPrepend?: (ringkv.v1.ListRequest.$Properties|null);

                /** Request listRemove */
                listRemove?: (ringkv.v1.ListRequest.$Properties|null);

                /** Request batchPut */
                batchPut?: (ringkv.v1.BatchPutRequest.$Properties|null);

                /** Request transact */
                transact?: (ringkv.v1.TransactRequest.$Properties|null);

                /** Request begin */
                begin?: (ringkv.v1.BeginRequest.$Properties|null);

                /** Request commit */
                commit?: (ringkv.v1.CommitRequest.$Properties|null);

                /** Request resolve */
                resolve?: (ringkv.v1.ResolveRequest.$Properties|null);

                /** Request conflicts */
                conflicts?: (ringkv.v1.ConflictsRequest.$Properties|null);

                /** Request history */
                history?: (ringkv.v1.HistoryRequest.$Properties|null);

                /** Request deleteRange */
                deleteRange?: (ringkv.v1.DeleteRangeRequest.$Properties|null);

                /** Request watch */
                watch?: (ringkv.v1.WatchRequest.$Properties|null);

                /** Request body */
                body?: ("get"|"batchGet"|"scan"|"put"|"delete"|"increment"|"listAppend"|"listPrepend"|"listRemove"|"batchPut"|"transact"|"begin"|"commit"|"resolve"|"conflicts"|"history"|"deleteRange"|"watch");

            }

            /** Narrowed shape of a Request. */
            type $Shape = {
              id?: number|null;
              timeoutMs?: number|null;
              get?: ringkv.v1.GetRequest.$Shape|null;
              batchGet?: ringkv.v1.BatchGetRequest.$Shape|null;
              scan?: ringkv.v1.ScanRequest.$Shape|null;
              put?: ringkv.v1.PutRequest.$Shape|null;
              "delete"?: ringkv.v1.DeleteRequest.$Shape|null;
              increment?: ringkv.v1.IncrementRequest.$Shape|null;
              listAppend?: ringkv.v1.ListRequest.$Shape|null;
              listPrepend?: ringkv.v1.ListRequest.$Shape|null;
              listRemove?: ringkv.v1.ListRequest.$Shape|null;
              batchPut?: ringkv.v1.BatchPutRequest.$Shape|null;
              transact?: ringkv.v1.TransactRequest.$Shape|null;
              begin?: ringkv.v1.BeginRequest.$Shape|null;
              commit?: ringkv.v1.CommitRequest.$Shape|null;
              resolve?: ringkv.v1.ResolveRequest.$Shape|null;
              conflicts?: ringkv.v1.ConflictsRequest.$Shape|null;
              history?: ringkv.v1.HistoryRequest.$Shape|null;
              deleteRange?: ringkv.v1.DeleteRangeRequest.$Shape|null;
              watch?: ringkv.v1.WatchRequest.$Shape|null;
            } & (
              ({ body?: undefined; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "get"; get: ringkv.v1.GetRequest.$Shape; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "batchGet"; get?: null; batchGet: ringkv.v1.BatchGetRequest.$Shape; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "scan"; get?: null; batchGet?: null; scan: ringkv.v1.ScanRequest.$Shape; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "put"; get?: null; batchGet?: null; scan?: null; put: ringkv.v1.PutRequest.$Shape; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "delete"; get?: null; batchGet?: null; scan?: null; put?: null; "delete": ringkv.v1.DeleteRequest.$Shape; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "increment"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment: ringkv.v1.IncrementRequest.$Shape; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "listAppend"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend: ringkv.v1.ListRequest.$Shape; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "listPrepend"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend: ringkv.v1.ListRequest.$Shape; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "listRemove"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove: ringkv.v1.ListRequest.$Shape; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "batchPut"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut: ringkv.v1.BatchPutRequest.$Shape; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "transact"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact: ringkv.v1.TransactRequest.$Shape; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "begin"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin: ringkv.v1.BeginRequest.$Shape; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "commit"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit: ringkv.v1.CommitRequest.$Shape; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "resolve"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve: ringkv.v1.ResolveRequest.$Shape; conflicts?: null; history?: null; deleteRange?: null; watch?: null }|{ body?: "conflicts"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts: ringkv.v1.ConflictsRequest.$Shape; history?: null; deleteRange?: null; watch?: null }|{ body?: "history"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history: ringkv.v1.HistoryRequest.$Shape; deleteRange?: null; watch?: null }|{ body?: "deleteRange"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange: ringkv.v1.DeleteRangeRequest.$Shape; watch?: null }|{ body?: "watch"; get?: null; batchGet?: null; scan?: null; put?: null; "delete"?: null; increment?: null; listAppend?: null; listPrepend?: null; listRemove?: null; batchPut?: null; transact?: null; begin?: null; commit?: null; resolve?: null; conflicts?: null; history?: null; deleteRange?: null; watch: ringkv.v1.WatchRequest.$Shape })
            );
        }

        /**
         * Properties of a ClientFrame.
         * @deprecated Use ringkv.v1.ClientFrame.$Properties instead.
         */
        interface IClientFrame extends ringkv.v1.ClientFrame.$Properties {
        }

        /** Represents a ClientFrame. */
        class ClientFrame {

            /**
             * Constructs a new ClientFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ClientFrame.$Properties);

            /** ClientFrame hello. */
            hello?: (ringkv.v1.Hello.$Properties|null);

            /** ClientFrame requests. */
            requests: ringkv.v1.Request.$Properties[];

            /**
             * Encodes the specified ClientFrame message. Does not implicitly {@link ringkv.v1.ClientFrame.verify|verify} messages.
             * @param message ClientFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ClientFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ClientFrame & ringkv.v1.ClientFrame.$Shape} ClientFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ClientFrame & ringkv.v1.ClientFrame.$Shape;
        }

        namespace ClientFrame {

            /** Properties of a ClientFrame. */
            interface $Properties {

                /** ClientFrame hello */
                hello?: (ringkv.v1.Hello.$Properties|null);

                /** ClientFrame requests */
                requests?: (ringkv.v1.Request.$Properties[]|null);

            }

            /** Shape of a ClientFrame. */
            type $Shape = {
              hello?: ringkv.v1.Hello.$Shape|null;
              requests?: ringkv.v1.Request.$Shape[]|null;
            };
        }

        /**
         * Properties of a Response.
         * @deprecated Use ringkv.v1.Response.$Properties instead.
         */
        interface IResponse extends ringkv.v1.Response.$Properties {
        }

        /** Represents a Response. */
        class Response {

            /**
             * Constructs a new Response.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Response.$Properties);

            /** Response id. */
            id: number;

            /** Response error. */
            error?: (ringkv.v1.Error.$Properties|null);

            /** Response get. */
            get?: (ringkv.v1.GetResponse.$Properties|null);

            /** Response batchGet. */
            batchGet?: (ringkv.v1.BatchGetResponse.$Properties|null);

            /** Response scan. */
            scan?: (ringkv.v1.ScanResponse.$Properties|null);

            /** Response written. */
            written?: (ringkv.v1.WriteResponse.$Properties|null);

            /** Response batchPut. */
            batchPut?: (ringkv.v1.BatchPutResponse.$Properties|null);

            /** Response transact. */
            transact?: (ringkv.v1.TransactResponse.$Properties|null);

            /** Response begin. */
            begin?: (ringkv.v1.BeginResponse.$Properties|null);

            /** Response resolve. */
            resolve?: (ringkv.v1.ResolveResponse.$Properties|null);

            /** Response conflicts. */
            conflicts?: (ringkv.v1.ConflictsResponse.$Properties|null);

            /** Response history. */
            history?: (ringkv.v1.HistoryResponse.$Properties|null);

            /** Response rangeDeleted. */
            rangeDeleted?: (ringkv.v1.DeleteRangeResponse.$Properties|null);

            /** Response watch. */
            watch?: (ringkv.v1.WatchResponse.$Properties|null);

            /** Response body. */
            body?: ("error"|"get"|"batchGet"|"scan"|"written"|"batchPut"|"transact"|"begin"|"resolve"|"conflicts"|"history"|"rangeDeleted"|"watch");

            /**
             * Encodes the specified Response message. Does not implicitly {@link ringkv.v1.Response.verify|verify} messages.
             * @param message Response message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Response.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Response message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Response & ringkv.v1.Response.$Shape} Response
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Response & ringkv.v1.Response.$Shape;
        }

        namespace Response {

            /** Properties of a Response. */
            interface $Properties {

                /** Response id */
                id?: (number|null);

                /** Response error */
                error?: (ringkv.v1.Error.$Properties|null);

                /** Response get */
                get?: (ringkv.v1.GetResponse.$Properties|null);

                /** Response batchGet */
                batchGet?: (ringkv.v1.BatchGetResponse.$Properties|null);

                /** Response scan */
                scan?: (ringkv.v1.ScanResponse.$Properties|null);

                /** Response written */
                written?: (ringkv.v1.WriteResponse.$Properties|null);

                /** Response batchPut */
                batchPut?: (ringkv.v1.BatchPutResponse.$Properties|null);

                /** Response transact */
                transact?: (ringkv.v1.TransactResponse.$Properties|null);

                /** Response begin */
                begin?: (ringkv.v1.BeginResponse.$Properties|null);

                /** Response resolve */
                resolve?: (ringkv.v1.ResolveResponse.$Properties|null);

                /** Response conflicts */
                conflicts?: (ringkv.v1.ConflictsResponse.$Properties|null);

                /** Response history */
                history?: (ringkv.v1.HistoryResponse.$Properties|null);

                /** Response rangeDeleted */
                rangeDeleted?: (ringkv.v1.DeleteRangeResponse.$Properties|null);

                /** Response watch */
                watch?: (ringkv.v1.WatchResponse.$Properties|null);

                /** Response body */
                body?: ("error"|"get"|"batchGet"|"scan"|"written"|"batchPut"|"transact"|"begin"|"resolve"|"conflicts"|"history"|"rangeDeleted"|"watch");

            }

            /** Narrowed shape of a Response. */
            type $Shape = {
              id?: number|null;
              error?: ringkv.v1.Error.$Shape|null;
              get?: ringkv.v1.GetResponse.$Shape|null;
              batchGet?: ringkv.v1.BatchGetResponse.$Shape|null;
              scan?: ringkv.v1.ScanResponse.$Shape|null;
              written?: ringkv.v1.WriteResponse.$Shape|null;
              batchPut?: ringkv.v1.BatchPutResponse.$Shape|null;
              transact?: ringkv.v1.TransactResponse.$Shape|null;
              begin?: ringkv.v1.BeginResponse.$Shape|null;
              resolve?: ringkv.v1.ResolveResponse.$Shape|null;
              conflicts?: ringkv.v1.ConflictsResponse.$Shape|null;
              history?: ringkv.v1.HistoryResponse.$Shape|null;
              rangeDeleted?: ringkv.v1.DeleteRangeResponse.$Shape|null;
              watch?: ringkv.v1.WatchResponse.$Shape|null;
            } & (
              ({ body?: undefined; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "error"; error: ringkv.v1.Error.$Shape; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "get"; error?: null; get: ringkv.v1.GetResponse.$Shape; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "batchGet"; error?: null; get?: null; batchGet: ringkv.v1.BatchGetResponse.$Shape; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "scan"; error?: null; get?: null; batchGet?: null; scan: ringkv.v1.ScanResponse.$Shape; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "written"; error?: null; get?: null; batchGet?: null; scan?: null; written: ringkv.v1.WriteResponse.$Shape; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "batchPut"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut: ringkv.v1.BatchPutResponse.$Shape; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "transact"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact: ringkv.v1.TransactResponse.$Shape; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "begin"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin: ringkv.v1.BeginResponse.$Shape; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "resolve"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve: ringkv.v1.ResolveResponse.$Shape; conflicts?: null; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "conflicts"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts: ringkv.v1.ConflictsResponse.$Shape; history?: null; rangeDeleted?: null; watch?: null }|{ body?: "history"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history: ringkv.v1.HistoryResponse.$Shape; rangeDeleted?: null; watch?: null }|{ body?: "rangeDeleted"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted: ringkv.v1.DeleteRangeResponse.$Shape; watch?: null }|{ body?: "watch"; error?: null; get?: null; batchGet?: null; scan?: null; written?: null; batchPut?: null; transact?: null; begin?: null; resolve?: null; conflicts?: null; history?: null; rangeDeleted?: null; watch: ringkv.v1.WatchResponse.$Shape })
            );
        }

        /**
         * Properties of a PartitionRule.
         * @deprecated Use ringkv.v1.PartitionRule.$Properties instead.
         */
        interface IPartitionRule extends ringkv.v1.PartitionRule.$Properties {
        }

        /** Represents a PartitionRule. */
        class PartitionRule {

            /**
             * Constructs a new PartitionRule.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.PartitionRule.$Properties);

            /** PartitionRule kind. */
            kind: ringkv.v1.PartitionRule.Kind;

            /** PartitionRule parts. */
            parts: number;

            /** PartitionRule separator. */
            separator: string;

            /**
             * Encodes the specified PartitionRule message. Does not implicitly {@link ringkv.v1.PartitionRule.verify|verify} messages.
             * @param message PartitionRule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.PartitionRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartitionRule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.PartitionRule & ringkv.v1.PartitionRule.$Shape} PartitionRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.PartitionRule & ringkv.v1.PartitionRule.$Shape;
        }

        namespace PartitionRule {

            /** Properties of a PartitionRule. */
            interface $Properties {

                /** PartitionRule kind */
                kind?: (ringkv.v1.PartitionRule.Kind|null);

                /** PartitionRule parts */
                parts?: (number|null);

                /** PartitionRule separator */
                separator?: (string|null);

            }

            /** Shape of a PartitionRule. */
            type $Shape = ringkv.v1.PartitionRule.$Properties;

            /** Kind enum. */
            enum Kind {

                /** KIND_KEY value */
                KIND_KEY = 0,

                /** KIND_FIRST value */
                KIND_FIRST = 1,

                /** KIND_ALL value */
                KIND_ALL = 2
            }
        }

        /**
         * Properties of a RouteKeyspace.
         * @deprecated Use ringkv.v1.RouteKeyspace.$Properties instead.
         */
        interface IRouteKeyspace extends ringkv.v1.RouteKeyspace.$Properties {
        }

        /** Represents a RouteKeyspace. */
        class RouteKeyspace {

            /**
             * Constructs a new RouteKeyspace.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RouteKeyspace.$Properties);

            /** RouteKeyspace id. */
            id: number;

            /** RouteKeyspace name. */
            name: string;

            /** RouteKeyspace partition. */
            partition?: (ringkv.v1.PartitionRule.$Properties|null);

            /**
             * Encodes the specified RouteKeyspace message. Does not implicitly {@link ringkv.v1.RouteKeyspace.verify|verify} messages.
             * @param message RouteKeyspace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RouteKeyspace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteKeyspace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteKeyspace & ringkv.v1.RouteKeyspace.$Shape} RouteKeyspace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RouteKeyspace & ringkv.v1.RouteKeyspace.$Shape;
        }

        namespace RouteKeyspace {

            /** Properties of a RouteKeyspace. */
            interface $Properties {

                /** RouteKeyspace id */
                id?: (number|null);

                /** RouteKeyspace name */
                name?: (string|null);

                /** RouteKeyspace partition */
                partition?: (ringkv.v1.PartitionRule.$Properties|null);

            }

            /** Shape of a RouteKeyspace. */
            type $Shape = ringkv.v1.RouteKeyspace.$Properties;
        }

        /**
         * Properties of a RouteNode.
         * @deprecated Use ringkv.v1.RouteNode.$Properties instead.
         */
        interface IRouteNode extends ringkv.v1.RouteNode.$Properties {
        }

        /** Represents a RouteNode. */
        class RouteNode {

            /**
             * Constructs a new RouteNode.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RouteNode.$Properties);

            /** RouteNode id. */
            id: number;

            /** RouteNode address. */
            address: string;

            /**
             * Encodes the specified RouteNode message. Does not implicitly {@link ringkv.v1.RouteNode.verify|verify} messages.
             * @param message RouteNode message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RouteNode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteNode message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteNode & ringkv.v1.RouteNode.$Shape} RouteNode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RouteNode & ringkv.v1.RouteNode.$Shape;
        }

        namespace RouteNode {

            /** Properties of a RouteNode. */
            interface $Properties {

                /** RouteNode id */
                id?: (number|null);

                /** RouteNode address */
                address?: (string|null);

            }

            /** Shape of a RouteNode. */
            type $Shape = ringkv.v1.RouteNode.$Properties;
        }

        /**
         * Properties of a RouteShard.
         * @deprecated Use ringkv.v1.RouteShard.$Properties instead.
         */
        interface IRouteShard extends ringkv.v1.RouteShard.$Properties {
        }

        /** Represents a RouteShard. */
        class RouteShard {

            /**
             * Constructs a new RouteShard.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RouteShard.$Properties);

            /** RouteShard shard. */
            shard: number;

            /** RouteShard start. */
            start: number;

            /** RouteShard end. */
            end: number;

            /** RouteShard leader. */
            leader: number;

            /** RouteShard replicas. */
            replicas: number[];

            /**
             * Encodes the specified RouteShard message. Does not implicitly {@link ringkv.v1.RouteShard.verify|verify} messages.
             * @param message RouteShard message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RouteShard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteShard message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RouteShard & ringkv.v1.RouteShard.$Shape} RouteShard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RouteShard & ringkv.v1.RouteShard.$Shape;
        }

        namespace RouteShard {

            /** Properties of a RouteShard. */
            interface $Properties {

                /** RouteShard shard */
                shard?: (number|null);

                /** RouteShard start */
                start?: (number|null);

                /** RouteShard end */
                end?: (number|null);

                /** RouteShard leader */
                leader?: (number|null);

                /** RouteShard replicas */
                replicas?: (number[]|null);

            }

            /** Shape of a RouteShard. */
            type $Shape = ringkv.v1.RouteShard.$Properties;
        }

        /**
         * Properties of a Routes.
         * @deprecated Use ringkv.v1.Routes.$Properties instead.
         */
        interface IRoutes extends ringkv.v1.Routes.$Properties {
        }

        /** Represents a Routes. */
        class Routes {

            /**
             * Constructs a new Routes.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.Routes.$Properties);

            /** Routes full. */
            full: boolean;

            /** Routes nodes. */
            nodes: ringkv.v1.RouteNode.$Properties[];

            /** Routes shards. */
            shards: ringkv.v1.RouteShard.$Properties[];

            /** Routes keyspaces. */
            keyspaces: ringkv.v1.RouteKeyspace.$Properties[];

            /**
             * Encodes the specified Routes message. Does not implicitly {@link ringkv.v1.Routes.verify|verify} messages.
             * @param message Routes message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.Routes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Routes message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.Routes & ringkv.v1.Routes.$Shape} Routes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.Routes & ringkv.v1.Routes.$Shape;
        }

        namespace Routes {

            /** Properties of a Routes. */
            interface $Properties {

                /** Routes full */
                full?: (boolean|null);

                /** Routes nodes */
                nodes?: (ringkv.v1.RouteNode.$Properties[]|null);

                /** Routes shards */
                shards?: (ringkv.v1.RouteShard.$Properties[]|null);

                /** Routes keyspaces */
                keyspaces?: (ringkv.v1.RouteKeyspace.$Properties[]|null);

            }

            /** Shape of a Routes. */
            type $Shape = ringkv.v1.Routes.$Properties;
        }

        /**
         * Properties of a ServerFrame.
         * @deprecated Use ringkv.v1.ServerFrame.$Properties instead.
         */
        interface IServerFrame extends ringkv.v1.ServerFrame.$Properties {
        }

        /** Represents a ServerFrame. */
        class ServerFrame {

            /**
             * Constructs a new ServerFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ServerFrame.$Properties);

            /** ServerFrame responses. */
            responses: ringkv.v1.Response.$Properties[];

            /** ServerFrame clock. */
            clock: number;

            /** ServerFrame routes. */
            routes?: (ringkv.v1.Routes.$Properties|null);

            /**
             * Encodes the specified ServerFrame message. Does not implicitly {@link ringkv.v1.ServerFrame.verify|verify} messages.
             * @param message ServerFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ServerFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServerFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ServerFrame & ringkv.v1.ServerFrame.$Shape} ServerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ServerFrame & ringkv.v1.ServerFrame.$Shape;
        }

        namespace ServerFrame {

            /** Properties of a ServerFrame. */
            interface $Properties {

                /** ServerFrame responses */
                responses?: (ringkv.v1.Response.$Properties[]|null);

                /** ServerFrame clock */
                clock?: (number|null);

                /** ServerFrame routes */
                routes?: (ringkv.v1.Routes.$Properties|null);

            }

            /** Shape of a ServerFrame. */
            type $Shape = {
              responses?: ringkv.v1.Response.$Shape[]|null;
              clock?: number|null;
              routes?: ringkv.v1.Routes.$Shape|null;
            };
        }

        /**
         * Properties of a ForwardRequest.
         * @deprecated Use ringkv.v1.ForwardRequest.$Properties instead.
         */
        interface IForwardRequest extends ringkv.v1.ForwardRequest.$Properties {
        }

        /** Represents a ForwardRequest. */
        class ForwardRequest {

            /**
             * Constructs a new ForwardRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ForwardRequest.$Properties);

            /** ForwardRequest id. */
            id: number;

            /** ForwardRequest shard. */
            shard: number;

            /** ForwardRequest rangeEpoch. */
            rangeEpoch: number;

            /** ForwardRequest timeoutMs. */
            timeoutMs: number;

            /** ForwardRequest command. */
            command: Uint8Array;

            /** ForwardRequest read. */
            read: Uint8Array;

            /** ForwardRequest log. */
            log: boolean;

            /**
             * Encodes the specified ForwardRequest message. Does not implicitly {@link ringkv.v1.ForwardRequest.verify|verify} messages.
             * @param message ForwardRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ForwardRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForwardRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardRequest & ringkv.v1.ForwardRequest.$Shape} ForwardRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ForwardRequest & ringkv.v1.ForwardRequest.$Shape;
        }

        namespace ForwardRequest {

            /** Properties of a ForwardRequest. */
            interface $Properties {

                /** ForwardRequest id */
                id?: (number|null);

                /** ForwardRequest shard */
                shard?: (number|null);

                /** ForwardRequest rangeEpoch */
                rangeEpoch?: (number|null);

                /** ForwardRequest timeoutMs */
                timeoutMs?: (number|null);

                /** ForwardRequest command */
                command?: (Uint8Array|null);

                /** ForwardRequest read */
                read?: (Uint8Array|null);

                /** ForwardRequest log */
                log?: (boolean|null);

            }

            /** Shape of a ForwardRequest. */
            type $Shape = ringkv.v1.ForwardRequest.$Properties;
        }

        /**
         * Properties of a ForwardFrame.
         * @deprecated Use ringkv.v1.ForwardFrame.$Properties instead.
         */
        interface IForwardFrame extends ringkv.v1.ForwardFrame.$Properties {
        }

        /** Represents a ForwardFrame. */
        class ForwardFrame {

            /**
             * Constructs a new ForwardFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ForwardFrame.$Properties);

            /** ForwardFrame clusterId. */
            clusterId: string;

            /** ForwardFrame node. */
            node: number;

            /** ForwardFrame clock. */
            clock: number;

            /** ForwardFrame requests. */
            requests: ringkv.v1.ForwardRequest.$Properties[];

            /** ForwardFrame to. */
            to: number;

            /**
             * Encodes the specified ForwardFrame message. Does not implicitly {@link ringkv.v1.ForwardFrame.verify|verify} messages.
             * @param message ForwardFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ForwardFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForwardFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardFrame & ringkv.v1.ForwardFrame.$Shape} ForwardFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ForwardFrame & ringkv.v1.ForwardFrame.$Shape;
        }

        namespace ForwardFrame {

            /** Properties of a ForwardFrame. */
            interface $Properties {

                /** ForwardFrame clusterId */
                clusterId?: (string|null);

                /** ForwardFrame node */
                node?: (number|null);

                /** ForwardFrame clock */
                clock?: (number|null);

                /** ForwardFrame requests */
                requests?: (ringkv.v1.ForwardRequest.$Properties[]|null);

                /** ForwardFrame to */
                to?: (number|null);

            }

            /** Shape of a ForwardFrame. */
            type $Shape = ringkv.v1.ForwardFrame.$Properties;
        }

        /**
         * Properties of a ForwardReply.
         * @deprecated Use ringkv.v1.ForwardReply.$Properties instead.
         */
        interface IForwardReply extends ringkv.v1.ForwardReply.$Properties {
        }

        /** Represents a ForwardReply. */
        class ForwardReply {

            /**
             * Constructs a new ForwardReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ForwardReply.$Properties);

            /** ForwardReply id. */
            id: number;

            /** ForwardReply reply. */
            reply?: (Uint8Array|null);

            /** ForwardReply readReply. */
            readReply?: (Uint8Array|null);

            /** ForwardReply error. */
            error?: (ringkv.v1.Error.$Properties|null);

            /** ForwardReply leader. */
            leader: number;

            /** ForwardReply maybeLogged. */
            maybeLogged: boolean;

            /** ForwardReply body. */
            body?: ("reply"|"readReply"|"error");

            /**
             * Encodes the specified ForwardReply message. Does not implicitly {@link ringkv.v1.ForwardReply.verify|verify} messages.
             * @param message ForwardReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ForwardReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForwardReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardReply & ringkv.v1.ForwardReply.$Shape} ForwardReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ForwardReply & ringkv.v1.ForwardReply.$Shape;
        }

        namespace ForwardReply {

            /** Properties of a ForwardReply. */
            interface $Properties {

                /** ForwardReply id */
                id?: (number|null);

                /** ForwardReply reply */
                reply?: (Uint8Array|null);

                /** ForwardReply readReply */
                readReply?: (Uint8Array|null);

                /** ForwardReply error */
                error?: (ringkv.v1.Error.$Properties|null);

                /** ForwardReply leader */
                leader?: (number|null);

                /** ForwardReply maybeLogged */
                maybeLogged?: (boolean|null);

                /** ForwardReply body */
                body?: ("reply"|"readReply"|"error");

            }

            /** Narrowed shape of a ForwardReply. */
            type $Shape = {
              id?: number|null;
              reply?: Uint8Array|null;
              readReply?: Uint8Array|null;
              error?: ringkv.v1.Error.$Shape|null;
              leader?: number|null;
              maybeLogged?: boolean|null;
            } & (
              ({ body?: undefined; reply?: null; readReply?: null; error?: null }|{ body?: "reply"; reply: Uint8Array; readReply?: null; error?: null }|{ body?: "readReply"; reply?: null; readReply: Uint8Array; error?: null }|{ body?: "error"; reply?: null; readReply?: null; error: ringkv.v1.Error.$Shape })
            );
        }

        /**
         * Properties of a ForwardReplyFrame.
         * @deprecated Use ringkv.v1.ForwardReplyFrame.$Properties instead.
         */
        interface IForwardReplyFrame extends ringkv.v1.ForwardReplyFrame.$Properties {
        }

        /** Represents a ForwardReplyFrame. */
        class ForwardReplyFrame {

            /**
             * Constructs a new ForwardReplyFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ForwardReplyFrame.$Properties);

            /** ForwardReplyFrame clock. */
            clock: number;

            /** ForwardReplyFrame replies. */
            replies: ringkv.v1.ForwardReply.$Properties[];

            /**
             * Encodes the specified ForwardReplyFrame message. Does not implicitly {@link ringkv.v1.ForwardReplyFrame.verify|verify} messages.
             * @param message ForwardReplyFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ForwardReplyFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForwardReplyFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ForwardReplyFrame & ringkv.v1.ForwardReplyFrame.$Shape} ForwardReplyFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ForwardReplyFrame & ringkv.v1.ForwardReplyFrame.$Shape;
        }

        namespace ForwardReplyFrame {

            /** Properties of a ForwardReplyFrame. */
            interface $Properties {

                /** ForwardReplyFrame clock */
                clock?: (number|null);

                /** ForwardReplyFrame replies */
                replies?: (ringkv.v1.ForwardReply.$Properties[]|null);

            }

            /** Shape of a ForwardReplyFrame. */
            type $Shape = {
              clock?: number|null;
              replies?: ringkv.v1.ForwardReply.$Shape[]|null;
            };
        }

        /**
         * Properties of a WatchMapRequest.
         * @deprecated Use ringkv.v1.WatchMapRequest.$Properties instead.
         */
        interface IWatchMapRequest extends ringkv.v1.WatchMapRequest.$Properties {
        }

        /** Represents a WatchMapRequest. */
        class WatchMapRequest {

            /**
             * Constructs a new WatchMapRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.WatchMapRequest.$Properties);

            /** WatchMapRequest clusterId. */
            clusterId: string;

            /** WatchMapRequest node. */
            node: number;

            /** WatchMapRequest since. */
            since: number;

            /**
             * Encodes the specified WatchMapRequest message. Does not implicitly {@link ringkv.v1.WatchMapRequest.verify|verify} messages.
             * @param message WatchMapRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.WatchMapRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchMapRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.WatchMapRequest & ringkv.v1.WatchMapRequest.$Shape} WatchMapRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.WatchMapRequest & ringkv.v1.WatchMapRequest.$Shape;
        }

        namespace WatchMapRequest {

            /** Properties of a WatchMapRequest. */
            interface $Properties {

                /** WatchMapRequest clusterId */
                clusterId?: (string|null);

                /** WatchMapRequest node */
                node?: (number|null);

                /** WatchMapRequest since */
                since?: (number|null);

            }

            /** Shape of a WatchMapRequest. */
            type $Shape = ringkv.v1.WatchMapRequest.$Properties;
        }

        /**
         * Properties of a LeaderHint.
         * @deprecated Use ringkv.v1.LeaderHint.$Properties instead.
         */
        interface ILeaderHint extends ringkv.v1.LeaderHint.$Properties {
        }

        /** Represents a LeaderHint. */
        class LeaderHint {

            /**
             * Constructs a new LeaderHint.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.LeaderHint.$Properties);

            /** LeaderHint shard. */
            shard: number;

            /** LeaderHint leader. */
            leader: number;

            /** LeaderHint term. */
            term: number;

            /**
             * Encodes the specified LeaderHint message. Does not implicitly {@link ringkv.v1.LeaderHint.verify|verify} messages.
             * @param message LeaderHint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.LeaderHint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeaderHint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.LeaderHint & ringkv.v1.LeaderHint.$Shape} LeaderHint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.LeaderHint & ringkv.v1.LeaderHint.$Shape;
        }

        namespace LeaderHint {

            /** Properties of a LeaderHint. */
            interface $Properties {

                /** LeaderHint shard */
                shard?: (number|null);

                /** LeaderHint leader */
                leader?: (number|null);

                /** LeaderHint term */
                term?: (number|null);

            }

            /** Shape of a LeaderHint. */
            type $Shape = ringkv.v1.LeaderHint.$Properties;
        }

        /**
         * Properties of a MapUpdate.
         * @deprecated Use ringkv.v1.MapUpdate.$Properties instead.
         */
        interface IMapUpdate extends ringkv.v1.MapUpdate.$Properties {
        }

        /** Represents a MapUpdate. */
        class MapUpdate {

            /**
             * Constructs a new MapUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.MapUpdate.$Properties);

            /** MapUpdate version. */
            version: number;

            /** MapUpdate delta. */
            delta: Uint8Array;

            /** MapUpdate leaders. */
            leaders: ringkv.v1.LeaderHint.$Properties[];

            /**
             * Encodes the specified MapUpdate message. Does not implicitly {@link ringkv.v1.MapUpdate.verify|verify} messages.
             * @param message MapUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.MapUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MapUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.MapUpdate & ringkv.v1.MapUpdate.$Shape} MapUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.MapUpdate & ringkv.v1.MapUpdate.$Shape;
        }

        namespace MapUpdate {

            /** Properties of a MapUpdate. */
            interface $Properties {

                /** MapUpdate version */
                version?: (number|null);

                /** MapUpdate delta */
                delta?: (Uint8Array|null);

                /** MapUpdate leaders */
                leaders?: (ringkv.v1.LeaderHint.$Properties[]|null);

            }

            /** Shape of a MapUpdate. */
            type $Shape = ringkv.v1.MapUpdate.$Properties;
        }

        /**
         * Properties of a ShardReport.
         * @deprecated Use ringkv.v1.ShardReport.$Properties instead.
         */
        interface IShardReport extends ringkv.v1.ShardReport.$Properties {
        }

        /** Represents a ShardReport. */
        class ShardReport {

            /**
             * Constructs a new ShardReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ShardReport.$Properties);

            /** ShardReport shard. */
            shard: number;

            /** ShardReport leading. */
            leading: boolean;

            /** ShardReport term. */
            term: number;

            /** ShardReport appliedIndex. */
            appliedIndex: number;

            /** ShardReport approximateBytes. */
            approximateBytes: number;

            /** ShardReport configEpoch. */
            configEpoch: number;

            /** ShardReport rangeEpoch. */
            rangeEpoch: number;

            /** ShardReport usage. */
            usage: ringkv.v1.KeyspaceUse.$Properties[];

            /**
             * Encodes the specified ShardReport message. Does not implicitly {@link ringkv.v1.ShardReport.verify|verify} messages.
             * @param message ShardReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ShardReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShardReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ShardReport & ringkv.v1.ShardReport.$Shape} ShardReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ShardReport & ringkv.v1.ShardReport.$Shape;
        }

        namespace ShardReport {

            /** Properties of a ShardReport. */
            interface $Properties {

                /** ShardReport shard */
                shard?: (number|null);

                /** ShardReport leading */
                leading?: (boolean|null);

                /** ShardReport term */
                term?: (number|null);

                /** ShardReport appliedIndex */
                appliedIndex?: (number|null);

                /** ShardReport approximateBytes */
                approximateBytes?: (number|null);

                /** ShardReport configEpoch */
                configEpoch?: (number|null);

                /** ShardReport rangeEpoch */
                rangeEpoch?: (number|null);

                /** ShardReport usage */
                usage?: (ringkv.v1.KeyspaceUse.$Properties[]|null);

            }

            /** Shape of a ShardReport. */
            type $Shape = ringkv.v1.ShardReport.$Properties;
        }

        /**
         * Properties of a KeyspaceUse.
         * @deprecated Use ringkv.v1.KeyspaceUse.$Properties instead.
         */
        interface IKeyspaceUse extends ringkv.v1.KeyspaceUse.$Properties {
        }

        /** Represents a KeyspaceUse. */
        class KeyspaceUse {

            /**
             * Constructs a new KeyspaceUse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.KeyspaceUse.$Properties);

            /** KeyspaceUse keyspace. */
            keyspace: number;

            /** KeyspaceUse keys. */
            keys: number;

            /** KeyspaceUse bytes. */
            bytes: number;

            /** KeyspaceUse historyBytes. */
            historyBytes: number;

            /**
             * Encodes the specified KeyspaceUse message. Does not implicitly {@link ringkv.v1.KeyspaceUse.verify|verify} messages.
             * @param message KeyspaceUse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.KeyspaceUse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyspaceUse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.KeyspaceUse & ringkv.v1.KeyspaceUse.$Shape} KeyspaceUse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.KeyspaceUse & ringkv.v1.KeyspaceUse.$Shape;
        }

        namespace KeyspaceUse {

            /** Properties of a KeyspaceUse. */
            interface $Properties {

                /** KeyspaceUse keyspace */
                keyspace?: (number|null);

                /** KeyspaceUse keys */
                keys?: (number|null);

                /** KeyspaceUse bytes */
                bytes?: (number|null);

                /** KeyspaceUse historyBytes */
                historyBytes?: (number|null);

            }

            /** Shape of a KeyspaceUse. */
            type $Shape = ringkv.v1.KeyspaceUse.$Properties;
        }

        /**
         * Properties of a HeartbeatRequest.
         * @deprecated Use ringkv.v1.HeartbeatRequest.$Properties instead.
         */
        interface IHeartbeatRequest extends ringkv.v1.HeartbeatRequest.$Properties {
        }

        /** Represents a HeartbeatRequest. */
        class HeartbeatRequest {

            /**
             * Constructs a new HeartbeatRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.HeartbeatRequest.$Properties);

            /** HeartbeatRequest clusterId. */
            clusterId: string;

            /** HeartbeatRequest node. */
            node: number;

            /** HeartbeatRequest address. */
            address: string;

            /** HeartbeatRequest labels. */
            labels: { [k: string]: string };

            /** HeartbeatRequest capacity. */
            capacity: number;

            /** HeartbeatRequest version. */
            version: string;

            /** HeartbeatRequest bootId. */
            bootId: string;

            /** HeartbeatRequest diskFreeBytes. */
            diskFreeBytes: number;

            /** HeartbeatRequest diskTotalBytes. */
            diskTotalBytes: number;

            /** HeartbeatRequest memoryBytes. */
            memoryBytes: number;

            /** HeartbeatRequest uptimeSeconds. */
            uptimeSeconds: number;

            /** HeartbeatRequest shards. */
            shards: ringkv.v1.ShardReport.$Properties[];

            /** HeartbeatRequest full. */
            full: boolean;

            /** HeartbeatRequest identity. */
            identity: string;

            /** HeartbeatRequest httpAddress. */
            httpAddress: string;

            /** HeartbeatRequest clockOffsetMs. */
            clockOffsetMs: number;

            /** HeartbeatRequest clockKnown. */
            clockKnown: boolean;

            /**
             * Encodes the specified HeartbeatRequest message. Does not implicitly {@link ringkv.v1.HeartbeatRequest.verify|verify} messages.
             * @param message HeartbeatRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.HeartbeatRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeartbeatRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.HeartbeatRequest & ringkv.v1.HeartbeatRequest.$Shape} HeartbeatRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.HeartbeatRequest & ringkv.v1.HeartbeatRequest.$Shape;
        }

        namespace HeartbeatRequest {

            /** Properties of a HeartbeatRequest. */
            interface $Properties {

                /** HeartbeatRequest clusterId */
                clusterId?: (string|null);

                /** HeartbeatRequest node */
                node?: (number|null);

                /** HeartbeatRequest address */
                address?: (string|null);

                /** HeartbeatRequest labels */
                labels?: ({ [k: string]: string }|null);

                /** HeartbeatRequest capacity */
                capacity?: (number|null);

                /** HeartbeatRequest version */
                version?: (string|null);

                /** HeartbeatRequest bootId */
                bootId?: (string|null);

                /** HeartbeatRequest diskFreeBytes */
                diskFreeBytes?: (number|null);

                /** HeartbeatRequest diskTotalBytes */
                diskTotalBytes?: (number|null);

                /** HeartbeatRequest memoryBytes */
                memoryBytes?: (number|null);

                /** HeartbeatRequest uptimeSeconds */
                uptimeSeconds?: (number|null);

                /** HeartbeatRequest shards */
                shards?: (ringkv.v1.ShardReport.$Properties[]|null);

                /** HeartbeatRequest full */
                full?: (boolean|null);

                /** HeartbeatRequest identity */
                identity?: (string|null);

                /** HeartbeatRequest httpAddress */
                httpAddress?: (string|null);

                /** HeartbeatRequest clockOffsetMs */
                clockOffsetMs?: (number|null);

                /** HeartbeatRequest clockKnown */
                clockKnown?: (boolean|null);

            }

            /** Shape of a HeartbeatRequest. */
            type $Shape = ringkv.v1.HeartbeatRequest.$Properties;
        }

        /**
         * Properties of a HeartbeatResponse.
         * @deprecated Use ringkv.v1.HeartbeatResponse.$Properties instead.
         */
        interface IHeartbeatResponse extends ringkv.v1.HeartbeatResponse.$Properties {
        }

        /** Represents a HeartbeatResponse. */
        class HeartbeatResponse {

            /**
             * Constructs a new HeartbeatResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.HeartbeatResponse.$Properties);

            /** HeartbeatResponse notLeader. */
            notLeader: boolean;

            /** HeartbeatResponse leader. */
            leader: number;

            /** HeartbeatResponse wantFull. */
            wantFull: boolean;

            /** HeartbeatResponse certain. */
            certain: boolean;

            /** HeartbeatResponse identity. */
            identity: string;

            /** HeartbeatResponse wallMicros. */
            wallMicros: number;

            /** HeartbeatResponse skewedNodes. */
            skewedNodes: number[];

            /** HeartbeatResponse mapVersion. */
            mapVersion: number;

            /**
             * Encodes the specified HeartbeatResponse message. Does not implicitly {@link ringkv.v1.HeartbeatResponse.verify|verify} messages.
             * @param message HeartbeatResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.HeartbeatResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HeartbeatResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.HeartbeatResponse & ringkv.v1.HeartbeatResponse.$Shape} HeartbeatResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.HeartbeatResponse & ringkv.v1.HeartbeatResponse.$Shape;
        }

        namespace HeartbeatResponse {

            /** Properties of a HeartbeatResponse. */
            interface $Properties {

                /** HeartbeatResponse notLeader */
                notLeader?: (boolean|null);

                /** HeartbeatResponse leader */
                leader?: (number|null);

                /** HeartbeatResponse wantFull */
                wantFull?: (boolean|null);

                /** HeartbeatResponse certain */
                certain?: (boolean|null);

                /** HeartbeatResponse identity */
                identity?: (string|null);

                /** HeartbeatResponse wallMicros */
                wallMicros?: (number|null);

                /** HeartbeatResponse skewedNodes */
                skewedNodes?: (number[]|null);

                /** HeartbeatResponse mapVersion */
                mapVersion?: (number|null);

            }

            /** Shape of a HeartbeatResponse. */
            type $Shape = ringkv.v1.HeartbeatResponse.$Properties;
        }

        /**
         * Properties of a PlacementRequest.
         * @deprecated Use ringkv.v1.PlacementRequest.$Properties instead.
         */
        interface IPlacementRequest extends ringkv.v1.PlacementRequest.$Properties {
        }

        /** Represents a PlacementRequest. */
        class PlacementRequest {

            /**
             * Constructs a new PlacementRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.PlacementRequest.$Properties);

            /** PlacementRequest clusterId. */
            clusterId: string;

            /** PlacementRequest command. */
            command: Uint8Array;

            /**
             * Encodes the specified PlacementRequest message. Does not implicitly {@link ringkv.v1.PlacementRequest.verify|verify} messages.
             * @param message PlacementRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.PlacementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlacementRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.PlacementRequest & ringkv.v1.PlacementRequest.$Shape} PlacementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.PlacementRequest & ringkv.v1.PlacementRequest.$Shape;
        }

        namespace PlacementRequest {

            /** Properties of a PlacementRequest. */
            interface $Properties {

                /** PlacementRequest clusterId */
                clusterId?: (string|null);

                /** PlacementRequest command */
                command?: (Uint8Array|null);

            }

            /** Shape of a PlacementRequest. */
            type $Shape = ringkv.v1.PlacementRequest.$Properties;
        }

        /**
         * Properties of a PlacementResponse.
         * @deprecated Use ringkv.v1.PlacementResponse.$Properties instead.
         */
        interface IPlacementResponse extends ringkv.v1.PlacementResponse.$Properties {
        }

        /** Represents a PlacementResponse. */
        class PlacementResponse {

            /**
             * Constructs a new PlacementResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.PlacementResponse.$Properties);

            /** PlacementResponse reply. */
            reply: Uint8Array;

            /** PlacementResponse notLeader. */
            notLeader: boolean;

            /** PlacementResponse leader. */
            leader: number;

            /**
             * Encodes the specified PlacementResponse message. Does not implicitly {@link ringkv.v1.PlacementResponse.verify|verify} messages.
             * @param message PlacementResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.PlacementResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlacementResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.PlacementResponse & ringkv.v1.PlacementResponse.$Shape} PlacementResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.PlacementResponse & ringkv.v1.PlacementResponse.$Shape;
        }

        namespace PlacementResponse {

            /** Properties of a PlacementResponse. */
            interface $Properties {

                /** PlacementResponse reply */
                reply?: (Uint8Array|null);

                /** PlacementResponse notLeader */
                notLeader?: (boolean|null);

                /** PlacementResponse leader */
                leader?: (number|null);

            }

            /** Shape of a PlacementResponse. */
            type $Shape = ringkv.v1.PlacementResponse.$Properties;
        }

        /**
         * Properties of a ReportsRequest.
         * @deprecated Use ringkv.v1.ReportsRequest.$Properties instead.
         */
        interface IReportsRequest extends ringkv.v1.ReportsRequest.$Properties {
        }

        /** Represents a ReportsRequest. */
        class ReportsRequest {

            /**
             * Constructs a new ReportsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReportsRequest.$Properties);

            /** ReportsRequest clusterId. */
            clusterId: string;

            /**
             * Encodes the specified ReportsRequest message. Does not implicitly {@link ringkv.v1.ReportsRequest.verify|verify} messages.
             * @param message ReportsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReportsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReportsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReportsRequest & ringkv.v1.ReportsRequest.$Shape} ReportsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReportsRequest & ringkv.v1.ReportsRequest.$Shape;
        }

        namespace ReportsRequest {

            /** Properties of a ReportsRequest. */
            interface $Properties {

                /** ReportsRequest clusterId */
                clusterId?: (string|null);

            }

            /** Shape of a ReportsRequest. */
            type $Shape = ringkv.v1.ReportsRequest.$Properties;
        }

        /**
         * Properties of a NodeReport.
         * @deprecated Use ringkv.v1.NodeReport.$Properties instead.
         */
        interface INodeReport extends ringkv.v1.NodeReport.$Properties {
        }

        /** Represents a NodeReport. */
        class NodeReport {

            /**
             * Constructs a new NodeReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.NodeReport.$Properties);

            /** NodeReport node. */
            node: number;

            /** NodeReport diskFreeBytes. */
            diskFreeBytes: number;

            /** NodeReport diskTotalBytes. */
            diskTotalBytes: number;

            /** NodeReport memoryBytes. */
            memoryBytes: number;

            /** NodeReport uptimeSeconds. */
            uptimeSeconds: number;

            /**
             * Encodes the specified NodeReport message. Does not implicitly {@link ringkv.v1.NodeReport.verify|verify} messages.
             * @param message NodeReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.NodeReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.NodeReport & ringkv.v1.NodeReport.$Shape} NodeReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.NodeReport & ringkv.v1.NodeReport.$Shape;
        }

        namespace NodeReport {

            /** Properties of a NodeReport. */
            interface $Properties {

                /** NodeReport node */
                node?: (number|null);

                /** NodeReport diskFreeBytes */
                diskFreeBytes?: (number|null);

                /** NodeReport diskTotalBytes */
                diskTotalBytes?: (number|null);

                /** NodeReport memoryBytes */
                memoryBytes?: (number|null);

                /** NodeReport uptimeSeconds */
                uptimeSeconds?: (number|null);

            }

            /** Shape of a NodeReport. */
            type $Shape = ringkv.v1.NodeReport.$Properties;
        }

        /**
         * Properties of a ShardSize.
         * @deprecated Use ringkv.v1.ShardSize.$Properties instead.
         */
        interface IShardSize extends ringkv.v1.ShardSize.$Properties {
        }

        /** Represents a ShardSize. */
        class ShardSize {

            /**
             * Constructs a new ShardSize.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ShardSize.$Properties);

            /** ShardSize shard. */
            shard: number;

            /** ShardSize approximateBytes. */
            approximateBytes: number;

            /** ShardSize usage. */
            usage: ringkv.v1.KeyspaceUse.$Properties[];

            /**
             * Encodes the specified ShardSize message. Does not implicitly {@link ringkv.v1.ShardSize.verify|verify} messages.
             * @param message ShardSize message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ShardSize.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShardSize message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ShardSize & ringkv.v1.ShardSize.$Shape} ShardSize
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ShardSize & ringkv.v1.ShardSize.$Shape;
        }

        namespace ShardSize {

            /** Properties of a ShardSize. */
            interface $Properties {

                /** ShardSize shard */
                shard?: (number|null);

                /** ShardSize approximateBytes */
                approximateBytes?: (number|null);

                /** ShardSize usage */
                usage?: (ringkv.v1.KeyspaceUse.$Properties[]|null);

            }

            /** Shape of a ShardSize. */
            type $Shape = ringkv.v1.ShardSize.$Properties;
        }

        /**
         * Properties of a ReportsResponse.
         * @deprecated Use ringkv.v1.ReportsResponse.$Properties instead.
         */
        interface IReportsResponse extends ringkv.v1.ReportsResponse.$Properties {
        }

        /** Represents a ReportsResponse. */
        class ReportsResponse {

            /**
             * Constructs a new ReportsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.ReportsResponse.$Properties);

            /** ReportsResponse notLeader. */
            notLeader: boolean;

            /** ReportsResponse leader. */
            leader: number;

            /** ReportsResponse nodes. */
            nodes: ringkv.v1.NodeReport.$Properties[];

            /** ReportsResponse shards. */
            shards: ringkv.v1.ShardSize.$Properties[];

            /**
             * Encodes the specified ReportsResponse message. Does not implicitly {@link ringkv.v1.ReportsResponse.verify|verify} messages.
             * @param message ReportsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.ReportsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReportsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.ReportsResponse & ringkv.v1.ReportsResponse.$Shape} ReportsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.ReportsResponse & ringkv.v1.ReportsResponse.$Shape;
        }

        namespace ReportsResponse {

            /** Properties of a ReportsResponse. */
            interface $Properties {

                /** ReportsResponse notLeader */
                notLeader?: (boolean|null);

                /** ReportsResponse leader */
                leader?: (number|null);

                /** ReportsResponse nodes */
                nodes?: (ringkv.v1.NodeReport.$Properties[]|null);

                /** ReportsResponse shards */
                shards?: (ringkv.v1.ShardSize.$Properties[]|null);

            }

            /** Shape of a ReportsResponse. */
            type $Shape = ringkv.v1.ReportsResponse.$Properties;
        }

        /**
         * Properties of a RaftHello.
         * @deprecated Use ringkv.v1.RaftHello.$Properties instead.
         */
        interface IRaftHello extends ringkv.v1.RaftHello.$Properties {
        }

        /** Represents a RaftHello. */
        class RaftHello {

            /**
             * Constructs a new RaftHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftHello.$Properties);

            /** RaftHello clusterId. */
            clusterId: string;

            /** RaftHello node. */
            node: number;

            /** RaftHello bootId. */
            bootId: string;

            /** RaftHello to. */
            to: number;

            /**
             * Encodes the specified RaftHello message. Does not implicitly {@link ringkv.v1.RaftHello.verify|verify} messages.
             * @param message RaftHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftHello & ringkv.v1.RaftHello.$Shape} RaftHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftHello & ringkv.v1.RaftHello.$Shape;
        }

        namespace RaftHello {

            /** Properties of a RaftHello. */
            interface $Properties {

                /** RaftHello clusterId */
                clusterId?: (string|null);

                /** RaftHello node */
                node?: (number|null);

                /** RaftHello bootId */
                bootId?: (string|null);

                /** RaftHello to */
                to?: (number|null);

            }

            /** Shape of a RaftHello. */
            type $Shape = ringkv.v1.RaftHello.$Properties;
        }

        /**
         * Properties of a RaftFrame.
         * @deprecated Use ringkv.v1.RaftFrame.$Properties instead.
         */
        interface IRaftFrame extends ringkv.v1.RaftFrame.$Properties {
        }

        /** Represents a RaftFrame. */
        class RaftFrame {

            /**
             * Constructs a new RaftFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftFrame.$Properties);

            /** RaftFrame messages. */
            messages: ringkv.v1.RaftMessage.$Properties[];

            /** RaftFrame clock. */
            clock: number;

            /** RaftFrame bootId. */
            bootId: string;

            /** RaftFrame beats. */
            beats: ringkv.v1.RaftBeat.$Properties[];

            /**
             * Encodes the specified RaftFrame message. Does not implicitly {@link ringkv.v1.RaftFrame.verify|verify} messages.
             * @param message RaftFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftFrame & ringkv.v1.RaftFrame.$Shape} RaftFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftFrame & ringkv.v1.RaftFrame.$Shape;
        }

        namespace RaftFrame {

            /** Properties of a RaftFrame. */
            interface $Properties {

                /** RaftFrame messages */
                messages?: (ringkv.v1.RaftMessage.$Properties[]|null);

                /** RaftFrame clock */
                clock?: (number|null);

                /** RaftFrame bootId */
                bootId?: (string|null);

                /** RaftFrame beats */
                beats?: (ringkv.v1.RaftBeat.$Properties[]|null);

            }

            /** Shape of a RaftFrame. */
            type $Shape = ringkv.v1.RaftFrame.$Properties;
        }

        /**
         * Properties of a RaftBeat.
         * @deprecated Use ringkv.v1.RaftBeat.$Properties instead.
         */
        interface IRaftBeat extends ringkv.v1.RaftBeat.$Properties {
        }

        /** Represents a RaftBeat. */
        class RaftBeat {

            /**
             * Constructs a new RaftBeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftBeat.$Properties);

            /** RaftBeat bootId. */
            bootId: string;

            /** RaftBeat heartbeats. */
            heartbeats?: (ringkv.v1.RaftHeartbeats.$Properties|null);

            /** RaftBeat answers. */
            answers?: (ringkv.v1.RaftHeartbeats.$Properties|null);

            /**
             * Encodes the specified RaftBeat message. Does not implicitly {@link ringkv.v1.RaftBeat.verify|verify} messages.
             * @param message RaftBeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftBeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftBeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftBeat & ringkv.v1.RaftBeat.$Shape} RaftBeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftBeat & ringkv.v1.RaftBeat.$Shape;
        }

        namespace RaftBeat {

            /** Properties of a RaftBeat. */
            interface $Properties {

                /** RaftBeat bootId */
                bootId?: (string|null);

                /** RaftBeat heartbeats */
                heartbeats?: (ringkv.v1.RaftHeartbeats.$Properties|null);

                /** RaftBeat answers */
                answers?: (ringkv.v1.RaftHeartbeats.$Properties|null);

            }

            /** Shape of a RaftBeat. */
            type $Shape = ringkv.v1.RaftBeat.$Properties;
        }

        /**
         * Properties of a RaftHeartbeats.
         * @deprecated Use ringkv.v1.RaftHeartbeats.$Properties instead.
         */
        interface IRaftHeartbeats extends ringkv.v1.RaftHeartbeats.$Properties {
        }

        /** Represents a RaftHeartbeats. */
        class RaftHeartbeats {

            /**
             * Constructs a new RaftHeartbeats.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftHeartbeats.$Properties);

            /** RaftHeartbeats shards. */
            shards: number[];

            /** RaftHeartbeats from. */
            from: number[];

            /** RaftHeartbeats to. */
            to: number[];

            /** RaftHeartbeats terms. */
            terms: number[];

            /** RaftHeartbeats commits. */
            commits: number[];

            /** RaftHeartbeats rounds. */
            rounds: number[];

            /** RaftHeartbeats asleep. */
            asleep: boolean[];

            /** RaftHeartbeats closed. */
            closed: number[];

            /** RaftHeartbeats closedIndexes. */
            closedIndexes: number[];

            /**
             * Encodes the specified RaftHeartbeats message. Does not implicitly {@link ringkv.v1.RaftHeartbeats.verify|verify} messages.
             * @param message RaftHeartbeats message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftHeartbeats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftHeartbeats message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftHeartbeats & ringkv.v1.RaftHeartbeats.$Shape} RaftHeartbeats
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftHeartbeats & ringkv.v1.RaftHeartbeats.$Shape;
        }

        namespace RaftHeartbeats {

            /** Properties of a RaftHeartbeats. */
            interface $Properties {

                /** RaftHeartbeats shards */
                shards?: (number[]|null);

                /** RaftHeartbeats from */
                from?: (number[]|null);

                /** RaftHeartbeats to */
                to?: (number[]|null);

                /** RaftHeartbeats terms */
                terms?: (number[]|null);

                /** RaftHeartbeats commits */
                commits?: (number[]|null);

                /** RaftHeartbeats rounds */
                rounds?: (number[]|null);

                /** RaftHeartbeats asleep */
                asleep?: (boolean[]|null);

                /** RaftHeartbeats closed */
                closed?: (number[]|null);

                /** RaftHeartbeats closedIndexes */
                closedIndexes?: (number[]|null);

            }

            /** Shape of a RaftHeartbeats. */
            type $Shape = ringkv.v1.RaftHeartbeats.$Properties;
        }

        /**
         * Properties of a RaftEntry.
         * @deprecated Use ringkv.v1.RaftEntry.$Properties instead.
         */
        interface IRaftEntry extends ringkv.v1.RaftEntry.$Properties {
        }

        /** Represents a RaftEntry. */
        class RaftEntry {

            /**
             * Constructs a new RaftEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftEntry.$Properties);

            /** RaftEntry term. */
            term: number;

            /** RaftEntry index. */
            index: number;

            /** RaftEntry type. */
            type: number;

            /** RaftEntry data. */
            data: Uint8Array;

            /**
             * Encodes the specified RaftEntry message. Does not implicitly {@link ringkv.v1.RaftEntry.verify|verify} messages.
             * @param message RaftEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftEntry & ringkv.v1.RaftEntry.$Shape} RaftEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftEntry & ringkv.v1.RaftEntry.$Shape;
        }

        namespace RaftEntry {

            /** Properties of a RaftEntry. */
            interface $Properties {

                /** RaftEntry term */
                term?: (number|null);

                /** RaftEntry index */
                index?: (number|null);

                /** RaftEntry type */
                type?: (number|null);

                /** RaftEntry data */
                data?: (Uint8Array|null);

            }

            /** Shape of a RaftEntry. */
            type $Shape = ringkv.v1.RaftEntry.$Properties;
        }

        /**
         * Properties of a RaftConfState.
         * @deprecated Use ringkv.v1.RaftConfState.$Properties instead.
         */
        interface IRaftConfState extends ringkv.v1.RaftConfState.$Properties {
        }

        /** Represents a RaftConfState. */
        class RaftConfState {

            /**
             * Constructs a new RaftConfState.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftConfState.$Properties);

            /** RaftConfState voters. */
            voters: number[];

            /** RaftConfState votersOutgoing. */
            votersOutgoing: number[];

            /** RaftConfState learners. */
            learners: number[];

            /** RaftConfState learnersNext. */
            learnersNext: number[];

            /** RaftConfState autoLeave. */
            autoLeave: boolean;

            /**
             * Encodes the specified RaftConfState message. Does not implicitly {@link ringkv.v1.RaftConfState.verify|verify} messages.
             * @param message RaftConfState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftConfState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftConfState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftConfState & ringkv.v1.RaftConfState.$Shape} RaftConfState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftConfState & ringkv.v1.RaftConfState.$Shape;
        }

        namespace RaftConfState {

            /** Properties of a RaftConfState. */
            interface $Properties {

                /** RaftConfState voters */
                voters?: (number[]|null);

                /** RaftConfState votersOutgoing */
                votersOutgoing?: (number[]|null);

                /** RaftConfState learners */
                learners?: (number[]|null);

                /** RaftConfState learnersNext */
                learnersNext?: (number[]|null);

                /** RaftConfState autoLeave */
                autoLeave?: (boolean|null);

            }

            /** Shape of a RaftConfState. */
            type $Shape = ringkv.v1.RaftConfState.$Properties;
        }

        /**
         * Properties of a RaftSnapshot.
         * @deprecated Use ringkv.v1.RaftSnapshot.$Properties instead.
         */
        interface IRaftSnapshot extends ringkv.v1.RaftSnapshot.$Properties {
        }

        /** Represents a RaftSnapshot. */
        class RaftSnapshot {

            /**
             * Constructs a new RaftSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftSnapshot.$Properties);

            /** RaftSnapshot index. */
            index: number;

            /** RaftSnapshot term. */
            term: number;

            /** RaftSnapshot confState. */
            confState?: (ringkv.v1.RaftConfState.$Properties|null);

            /** RaftSnapshot data. */
            data: Uint8Array;

            /**
             * Encodes the specified RaftSnapshot message. Does not implicitly {@link ringkv.v1.RaftSnapshot.verify|verify} messages.
             * @param message RaftSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftSnapshot & ringkv.v1.RaftSnapshot.$Shape} RaftSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftSnapshot & ringkv.v1.RaftSnapshot.$Shape;
        }

        namespace RaftSnapshot {

            /** Properties of a RaftSnapshot. */
            interface $Properties {

                /** RaftSnapshot index */
                index?: (number|null);

                /** RaftSnapshot term */
                term?: (number|null);

                /** RaftSnapshot confState */
                confState?: (ringkv.v1.RaftConfState.$Properties|null);

                /** RaftSnapshot data */
                data?: (Uint8Array|null);

            }

            /** Shape of a RaftSnapshot. */
            type $Shape = ringkv.v1.RaftSnapshot.$Properties;
        }

        /**
         * Properties of a RaftMessage.
         * @deprecated Use ringkv.v1.RaftMessage.$Properties instead.
         */
        interface IRaftMessage extends ringkv.v1.RaftMessage.$Properties {
        }

        /** Represents a RaftMessage. */
        class RaftMessage {

            /**
             * Constructs a new RaftMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.RaftMessage.$Properties);

            /** RaftMessage shard. */
            shard: number;

            /** RaftMessage type. */
            type: number;

            /** RaftMessage from. */
            from: number;

            /** RaftMessage to. */
            to: number;

            /** RaftMessage term. */
            term: number;

            /** RaftMessage logTerm. */
            logTerm: number;

            /** RaftMessage index. */
            index: number;

            /** RaftMessage commit. */
            commit: number;

            /** RaftMessage reject. */
            reject: boolean;

            /** RaftMessage rejectHint. */
            rejectHint: number;

            /** RaftMessage transfer. */
            transfer: boolean;

            /** RaftMessage context. */
            context: number;

            /** RaftMessage entries. */
            entries: ringkv.v1.RaftEntry.$Properties[];

            /** RaftMessage snapshot. */
            snapshot?: (ringkv.v1.RaftSnapshot.$Properties|null);

            /**
             * Encodes the specified RaftMessage message. Does not implicitly {@link ringkv.v1.RaftMessage.verify|verify} messages.
             * @param message RaftMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.RaftMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RaftMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.RaftMessage & ringkv.v1.RaftMessage.$Shape} RaftMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.RaftMessage & ringkv.v1.RaftMessage.$Shape;
        }

        namespace RaftMessage {

            /** Properties of a RaftMessage. */
            interface $Properties {

                /** RaftMessage shard */
                shard?: (number|null);

                /** RaftMessage type */
                type?: (number|null);

                /** RaftMessage from */
                from?: (number|null);

                /** RaftMessage to */
                to?: (number|null);

                /** RaftMessage term */
                term?: (number|null);

                /** RaftMessage logTerm */
                logTerm?: (number|null);

                /** RaftMessage index */
                index?: (number|null);

                /** RaftMessage commit */
                commit?: (number|null);

                /** RaftMessage reject */
                reject?: (boolean|null);

                /** RaftMessage rejectHint */
                rejectHint?: (number|null);

                /** RaftMessage transfer */
                transfer?: (boolean|null);

                /** RaftMessage context */
                context?: (number|null);

                /** RaftMessage entries */
                entries?: (ringkv.v1.RaftEntry.$Properties[]|null);

                /** RaftMessage snapshot */
                snapshot?: (ringkv.v1.RaftSnapshot.$Properties|null);

            }

            /** Shape of a RaftMessage. */
            type $Shape = ringkv.v1.RaftMessage.$Properties;
        }

        /**
         * Properties of a SnapshotRequest.
         * @deprecated Use ringkv.v1.SnapshotRequest.$Properties instead.
         */
        interface ISnapshotRequest extends ringkv.v1.SnapshotRequest.$Properties {
        }

        /** Represents a SnapshotRequest. */
        class SnapshotRequest {

            /**
             * Constructs a new SnapshotRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.SnapshotRequest.$Properties);

            /** SnapshotRequest clusterId. */
            clusterId: string;

            /** SnapshotRequest node. */
            node: number;

            /** SnapshotRequest shard. */
            shard: number;

            /** SnapshotRequest replica. */
            replica: number;

            /** SnapshotRequest resumeIndex. */
            resumeIndex: number;

            /** SnapshotRequest resumeChunks. */
            resumeChunks: number;

            /**
             * Encodes the specified SnapshotRequest message. Does not implicitly {@link ringkv.v1.SnapshotRequest.verify|verify} messages.
             * @param message SnapshotRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.SnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnapshotRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotRequest & ringkv.v1.SnapshotRequest.$Shape} SnapshotRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.SnapshotRequest & ringkv.v1.SnapshotRequest.$Shape;
        }

        namespace SnapshotRequest {

            /** Properties of a SnapshotRequest. */
            interface $Properties {

                /** SnapshotRequest clusterId */
                clusterId?: (string|null);

                /** SnapshotRequest node */
                node?: (number|null);

                /** SnapshotRequest shard */
                shard?: (number|null);

                /** SnapshotRequest replica */
                replica?: (number|null);

                /** SnapshotRequest resumeIndex */
                resumeIndex?: (number|null);

                /** SnapshotRequest resumeChunks */
                resumeChunks?: (number|null);

            }

            /** Shape of a SnapshotRequest. */
            type $Shape = ringkv.v1.SnapshotRequest.$Properties;
        }

        /**
         * Properties of a SnapshotChunk.
         * @deprecated Use ringkv.v1.SnapshotChunk.$Properties instead.
         */
        interface ISnapshotChunk extends ringkv.v1.SnapshotChunk.$Properties {
        }

        /** Represents a SnapshotChunk. */
        class SnapshotChunk {

            /**
             * Constructs a new SnapshotChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.SnapshotChunk.$Properties);

            /** SnapshotChunk header. */
            header?: (ringkv.v1.SnapshotHeader.$Properties|null);

            /** SnapshotChunk rows. */
            rows: Uint8Array;

            /** SnapshotChunk checksum. */
            checksum: number;

            /** SnapshotChunk last. */
            last: boolean;

            /** SnapshotChunk more. */
            more: boolean;

            /**
             * Encodes the specified SnapshotChunk message. Does not implicitly {@link ringkv.v1.SnapshotChunk.verify|verify} messages.
             * @param message SnapshotChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.SnapshotChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnapshotChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotChunk & ringkv.v1.SnapshotChunk.$Shape} SnapshotChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.SnapshotChunk & ringkv.v1.SnapshotChunk.$Shape;
        }

        namespace SnapshotChunk {

            /** Properties of a SnapshotChunk. */
            interface $Properties {

                /** SnapshotChunk header */
                header?: (ringkv.v1.SnapshotHeader.$Properties|null);

                /** SnapshotChunk rows */
                rows?: (Uint8Array|null);

                /** SnapshotChunk checksum */
                checksum?: (number|null);

                /** SnapshotChunk last */
                last?: (boolean|null);

                /** SnapshotChunk more */
                more?: (boolean|null);

            }

            /** Shape of a SnapshotChunk. */
            type $Shape = ringkv.v1.SnapshotChunk.$Properties;
        }

        /**
         * Properties of a SnapshotHeader.
         * @deprecated Use ringkv.v1.SnapshotHeader.$Properties instead.
         */
        interface ISnapshotHeader extends ringkv.v1.SnapshotHeader.$Properties {
        }

        /** Represents a SnapshotHeader. */
        class SnapshotHeader {

            /**
             * Constructs a new SnapshotHeader.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringkv.v1.SnapshotHeader.$Properties);

            /** SnapshotHeader index. */
            index: number;

            /** SnapshotHeader term. */
            term: number;

            /** SnapshotHeader confState. */
            confState?: (ringkv.v1.RaftConfState.$Properties|null);

            /** SnapshotHeader meta. */
            meta: Uint8Array;

            /** SnapshotHeader firstChunk. */
            firstChunk: number;

            /**
             * Encodes the specified SnapshotHeader message. Does not implicitly {@link ringkv.v1.SnapshotHeader.verify|verify} messages.
             * @param message SnapshotHeader message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringkv.v1.SnapshotHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnapshotHeader message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringkv.v1.SnapshotHeader & ringkv.v1.SnapshotHeader.$Shape} SnapshotHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringkv.v1.SnapshotHeader & ringkv.v1.SnapshotHeader.$Shape;
        }

        namespace SnapshotHeader {

            /** Properties of a SnapshotHeader. */
            interface $Properties {

                /** SnapshotHeader index */
                index?: (number|null);

                /** SnapshotHeader term */
                term?: (number|null);

                /** SnapshotHeader confState */
                confState?: (ringkv.v1.RaftConfState.$Properties|null);

                /** SnapshotHeader meta */
                meta?: (Uint8Array|null);

                /** SnapshotHeader firstChunk */
                firstChunk?: (number|null);

            }

            /** Shape of a SnapshotHeader. */
            type $Shape = ringkv.v1.SnapshotHeader.$Properties;
        }
    }
}

/** The messages of package ringkv.v1. */
export import wire = ringkv.v1;
