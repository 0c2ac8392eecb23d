using System.Text;

namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// Holds back what a client says first until it is known not to be HTTP: any web page can make a browser send a request to a port of this
/// machine, with lines of SCPI in its body.
/// </summary>
internal sealed class HttpGuard
{
    private const int MostHeld = 8192;

    // RFC 9110, section 9.3; PATCH (RFC 5789); the preface of HTTP/2 (RFC 9113, section 3.4).
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "PRI"];
    private readonly StringBuilder _held = new();

    /// <summary>Whether the client has begun as HTTP does.</summary>
    public bool IsHttp { get; private set; }

    /// <summary>Whether the beginning is known to be something else.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Takes bytes of the beginning.</summary>
    /// <param name="bytes">Bytes as they came.</param>
    /// <returns>All that was held back, where it may pass now; else nothing.</returns>
    public byte[] Take(ReadOnlySpan<byte> bytes)
    {
        _held.Append(Encoding.Latin1.GetString(bytes));
        string begun = _held.ToString();
        string text = begun.TrimStart('\r', '\n', ' ', '\t', '\0');
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string line = end < 0 ? text : text[..end];
        IsHttp = Array.Exists(Methods, method => line.StartsWith(method + " ", StringComparison.OrdinalIgnoreCase))
            || line.Contains(" HTTP/", StringComparison.OrdinalIgnoreCase);
        IsOver = !IsHttp && (end >= 0 || begun.Length > MostHeld);
        return IsOver ? Encoding.Latin1.GetBytes(begun) : [];
    }
}
