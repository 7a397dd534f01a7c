/** A server that passes requests on to others. */
export interface ProxyServer {
  /** How it is spoken to: HTTP (RFC 9110), the same inside TLS, or SOCKS 5 (RFC 1928). */
  readonly kind: 'http' | 'https' | 'socks5';
  /** A name, or an address in figures without brackets. */
  readonly host: string;
  readonly port: number;
}

/** How an address is reached. */
export type Route = 'direct' | ProxyServer;
