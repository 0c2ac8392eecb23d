using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// The other end of a connection within this machine. A client that has only ended its sending ("shutdown") waits for answers; one that has
/// closed its socket, or was killed, is gone. On the wire both are the same FIN; the system that has both ends knows (proc_net_tcp(5) of
/// Linux: a socket without a process has inode 0).
/// </summary>
internal static class LocalPeer
{
    private const string Table = "/proc/net/tcp";
    private const string Mapped = "/proc/net/tcp6";
    private const int LocalColumn = 1;
    private const int RemoteColumn = 2;
    private const int InodeColumn = 9;

    /// <summary>Whether the other end is still held by a process. False where the system does not say.</summary>
    /// <param name="socket">This end.</param>
    public static bool IsHeld(Socket socket) =>
        OperatingSystem.IsLinux() && socket is { RemoteEndPoint: IPEndPoint peer, LocalEndPoint: IPEndPoint own }
        && (IsHeld(Table, peer.Port, own.Port) || IsHeld(Mapped, peer.Port, own.Port));

    private static bool IsHeld(string table, int peer, int own)
    {
        try
        {
            // "  1: 0100007F:9D3A 0100007F:13A1 05 00000000:00000000 00:00000000 00000000  1000        0 123456 …"
            return File.ReadLines(table).Skip(1)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Any(fields => fields.Length > InodeColumn && EndsIn(fields[LocalColumn], peer) && EndsIn(fields[RemoteColumn], own)
                    && fields[InodeColumn] != "0");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool EndsIn(string address, int port) =>
        address.EndsWith(":" + port.ToString("X4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
