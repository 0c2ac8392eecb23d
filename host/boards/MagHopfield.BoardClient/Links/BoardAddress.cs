using System.Globalization;

namespace MagHopfield.BoardClient.Links;

/// <summary>Where a board is: "virtual", "virtual:FILM", "serial:/dev/ttyUSB0@115200", "tcp:HOST:5025" or "replay:FILE".</summary>
public sealed record BoardAddress
{
    /// <summary>The port of SCPI over raw TCP, 5025 (IANA: scpi-raw).</summary>
    public const int ScpiPort = 5025;

    /// <summary>Bit rate of a serial port where none is named, in bits per second.</summary>
    public const int DefaultBaud = 115200;

    private const string Forms = "virtual, virtual:FILM, serial:/dev/ttyUSB0, serial:/dev/ttyUSB0@115200, tcp:HOST:5025 or replay:FILE";

    private BoardAddress(BoardAddressKind kind, string target, int number)
    {
        Kind = kind;
        Target = target;
        Number = number;
    }

    /// <summary>The way to the board.</summary>
    public BoardAddressKind Kind { get; }

    /// <summary>Film (empty: the default one), device, host or file.</summary>
    public string Target { get; }

    /// <summary>Bit rate of a serial port in bits per second, port of TCP; 0 otherwise.</summary>
    public int Number { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">Text of the user.</param>
    /// <exception cref="ArgumentException">It is none; the message says what is wrong and which forms there are.</exception>
    public static BoardAddress Parse(string text)
    {
        int colon = text.IndexOf(':');
        string scheme = (colon < 0 ? text : text[..colon]).Trim();
        string rest = colon < 0 ? "" : text[(colon + 1)..].Trim();
        return scheme.ToLowerInvariant() switch
        {
            "virtual" when colon >= 0 && rest.Length == 0 => throw Bad(text, "no film follows 'virtual:'; leave the colon out or name one"),
            "virtual" => new BoardAddress(BoardAddressKind.Virtual, rest, 0),
            "serial" => Serial(text, rest),
            "tcp" => Tcp(text, rest),
            "replay" when rest.Length == 0 => throw Bad(text, "no file follows 'replay:'; name one that --record wrote"),
            "replay" => new BoardAddress(BoardAddressKind.Replay, rest, 0),
            "" => throw Bad(text, "it is empty"),
            _ => throw Bad(text, $"'{scheme}' is no way to a board"),
        };
    }

    /// <summary>The address as text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind switch
    {
        BoardAddressKind.Virtual => Target.Length == 0 ? "virtual" : "virtual:" + Target,
        BoardAddressKind.Serial => string.Create(CultureInfo.InvariantCulture, $"serial:{Target}@{Number}"),
        BoardAddressKind.Tcp =>
            string.Create(CultureInfo.InvariantCulture, $"tcp:{(Target.Contains(':') ? $"[{Target}]" : Target)}:{Number}"),
        _ => "replay:" + Target,
    };

    private static BoardAddress Serial(string text, string rest)
    {
        int at = rest.LastIndexOf('@');
        string device = at < 0 ? rest : rest[..at];
        if (device.Length == 0)
            throw Bad(text, "no device follows 'serial:'; name one as in serial:/dev/ttyUSB0");

        return new BoardAddress(
            BoardAddressKind.Serial, device, at < 0 ? DefaultBaud : Integer(text, rest[(at + 1)..], "bit rate", 300, 4_000_000));
    }

    private static BoardAddress Tcp(string text, string rest)
    {
        // An IPv6 address has colons of its own and stands in brackets.
        bool bracketed = rest.StartsWith('[');
        int hostEnd = bracketed ? rest.IndexOf(']') + 1 : rest.IndexOf(':');
        if (bracketed && hostEnd == 0)
            throw Bad(text, "the bracket of the IPv6 address is not closed");

        string host = hostEnd < 0 ? rest : rest[..hostEnd];
        string port = hostEnd < 0 ? "" : rest[hostEnd..];
        if (host.Trim('[', ']').Length == 0)
            throw Bad(text, "no host follows 'tcp:'; name one as in tcp:127.0.0.1:5025");

        if (port.Length > 0 && port[0] != ':')
            throw Bad(text, $"'{port}' follows the host; write a colon and the port");

        return new BoardAddress(
            BoardAddressKind.Tcp,
            host.Trim('[', ']'),
            port.Length == 0 ? ScpiPort : Integer(text, port[1..], "port", 1, 65535));
    }

    private static int Integer(string text, string digits, string name, int minimum, int maximum) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum
            ? value
            : throw Bad(
                text,
                string.Create(CultureInfo.InvariantCulture, $"the {name} is '{digits}'; give a whole number from {minimum} to {maximum}"));

    private static ArgumentException Bad(string text, string what) =>
        new($"board address '{text}': {what}; an address is {Forms}.");
}
