using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// The control connection of a raw socket, as other makers of instruments have it: the line "DCL" is a device clear and comes back when
/// that is done. A socket of bytes has no other way to tell the board that an answer is not waited for any more while it is being made.
/// </summary>
internal sealed class TcpControlPort : IDisposable
{
    private const int MostConnections = 4;
    private const string Clear = "DCL";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _connections = [];
    private readonly Thread _thread;
    private bool _isClosing;

    /// <summary>Listens on a free port of 127.0.0.1.</summary>
    public TcpControlPort()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _thread = new Thread(Accept) { IsBackground = true, Name = "control" };
        _thread.Start();
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Who has the board's seat, or null.</summary>
    public TcpConversation? Client { get; set; }

    /// <summary>Closes the port and its connections.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosing = true;
            _connections.ForEach(c => c.Dispose());
        }

        _listener.Stop();
        _thread.Join();
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                TcpClient connection = _listener.AcceptTcpClient();
                lock (_lock)
                {
                    if (_isClosing || _connections.Count == MostConnections)
                    {
                        connection.Dispose();
                        continue;
                    }

                    _connections.Add(connection);
                }

                new Thread(() => Serve(connection)) { IsBackground = true, Name = "control connection" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                lock (_lock)
                {
                    if (_isClosing)
                        return;
                }

                Thread.Sleep(10);
            }
        }
    }

    // Any other line ends the connection: what a web page makes a browser send begins with one.
    private void Serve(TcpClient connection)
    {
        try
        {
            using StreamReader reader = new(connection.GetStream(), Encoding.ASCII);
            while (Line(reader) == Clear)
            {
                Client?.Clear();
                connection.GetStream().Write(Encoding.ASCII.GetBytes(Clear + "\n"));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client is gone.
        }
        finally
        {
            lock (_lock)
                _connections.Remove(connection);

            connection.Dispose();
        }
    }

    // A line of at most a few characters, without its end.
    private static string Line(StreamReader reader)
    {
        StringBuilder line = new();
        for (int c = reader.Read(); c >= 0 && c != '\n' && line.Length <= Clear.Length + 1; c = reader.Read())
            line.Append((char)c);

        return line.ToString().TrimEnd('\r');
    }
}
