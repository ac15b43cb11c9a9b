import CLibCurl
import Glibc

// What libcurl calls while a transfer is under way, on the loop's thread. Functions of the file and no closures, so
// that they belong to no actor. The loop keeps each handle alive until libcurl has let go of it.

/// CURLOPT_HEADERFUNCTION. Anything but the number of bytes given breaks the transfer off.
func receiveHeaderLine(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(context) else { return -1 }
    return transfer.receive(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : -1
}

/// CURLOPT_WRITEFUNCTION.
func receiveBodyPiece(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(context) else { return -1 }
    return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : -1
}

/// CURLOPT_OPENSOCKETFUNCTION: the resolved address is judged before a packet is sent to it.
func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let transfer = transfer(context), let address else { return -1 }
    let target = address.pointee
    let bytes = withUnsafeBytes(of: &address.pointee.addr) { fixed in
        // libcurl's structure is longer than the type of its last member says.
        IPAddress.bytes(
            family: target.family,
            socketAddress: UnsafeRawBufferPointer(start: fixed.baseAddress, count: Int(target.addrlen)))
    }
    guard transfer.mayConnect(to: bytes) else { return -1 }
    let socket = socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
    if socket >= 0 { transfer.handle.sockets.open(socket) }
    return socket
}

/// CURLOPT_CLOSESOCKETFUNCTION. A connection may outlive the handle that it was opened for, but not the watch.
func closeSocket(_ context: UnsafeMutableRawPointer?, _ socket: curl_socket_t) -> Int32 {
    guard let context else { return close(socket) }
    return Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().close(socket)
}

/// CURLOPT_PREREQFUNCTION: once more when a connection has been found, since it may be one opened under older
/// settings.
func connectionIsReady(
    _ context: UnsafeMutableRawPointer?, _ remoteAddress: UnsafeMutablePointer<CChar>?,
    _ localAddress: UnsafeMutablePointer<CChar>?, _ remotePort: Int32, _ localPort: Int32
) -> Int32 {
    guard let transfer = transfer(context), let remoteAddress else { return CURL_PREREQFUNC_ABORT }
    let address = IPAddress.bytes(String(cString: remoteAddress))
    return transfer.maySend(to: address) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.flatMap { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue().transfer }
}
