/**
 * How RingKV dials. grpc-js has no connect timeout and remembers failures in a pool shared by all clients of the process, so
 * every connection here is a client of its own that is thrown away when it breaks; who dials decides when to try again.
 * Transparent retries are off everywhere: a request that is sent twice without its owner's knowledge breaks the rule of
 * when an answer is final (05, "When an answer is final").
 */
import { Client, type ChannelCredentials, type ChannelOptions } from '@grpc/grpc-js'

/** Largest gRPC message that a node or client takes as an answer. Frames are cut far below it. */
const RESPONSE_BYTES_MAX = 64 << 20
/**
 * Largest gRPC message that a server takes. Decoding can make objects of many times the bytes (a list of empty texts has
 * two bytes an element), so this bounds what one request of an unknown caller may cost.
 */
export const REQUEST_BYTES_MAX = 16 << 20

const KEEPALIVE_MS = 10_000
const KEEPALIVE_TIMEOUT_MS = 3_000

const COMMON_OPTIONS: ChannelOptions = {
  'grpc.enable_retries': 0,
  'grpc.keepalive_time_ms': KEEPALIVE_MS,
  'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
}

/** Options of every server that speaks RingKV's services. */
export const SERVER_OPTIONS: ChannelOptions = {
  ...COMMON_OPTIONS,
  'grpc.max_receive_message_length': REQUEST_BYTES_MAX,
  'grpc.max_send_message_length': RESPONSE_BYTES_MAX,
  'grpc.keepalive_permit_without_calls': 1,
}

/**
 * A connection of its own to `address`. `windowBytes` is how much the other side may have under way to us per stream before
 * it waits: large for bulk data, which therefore flows as responses (a server's own window is fixed at 64 KiB).
 */
export function dial(
  address: string,
  credentials: ChannelCredentials,
  windowBytes: number,
): Client {
  return new Client(address, credentials, {
    ...COMMON_OPTIONS,
    'grpc.max_receive_message_length': RESPONSE_BYTES_MAX,
    'grpc.max_send_message_length': REQUEST_BYTES_MAX,
    'grpc.use_local_subchannel_pool': 1,
    'grpc.service_config_disable_resolution': 1,
    'grpc.enable_http_proxy': 0,
    'grpc.enable_channelz': 0,
    'grpc-node.flow_control_window': windowBytes,
  })
}
