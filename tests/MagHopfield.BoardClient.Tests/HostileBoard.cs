using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

/// <summary>
/// A board gone mad: answers of every kind, right ones, others' and mutants, most in frames whose CRC-32 is right, so that they reach what
/// reads values; some frames damaged, some answers absent or without end. Its time is its own, so that nothing waits.
/// </summary>
internal sealed class HostileBoard(int seed, Func<Random, byte[], byte[]> mutate) : IByteLink, ILinkClock
{
    private static readonly byte[][] Answers = [.. Kinds()];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _said = new();
    private byte[] _reply = [];
    private int _at;
    private bool _endless;

    /// <summary>Answers given.</summary>
    public long Replies { get; private set; }

    public string Name => "hostile";

    public ILinkClock Clock => this;

    public DateTimeOffset Opened => DateTimeOffset.UnixEpoch;

    public TimeSpan Elapsed { get; private set; }

    public void Wait(TimeSpan span, CancellationToken cancellation) => Elapsed += span;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _said.Append(Encoding.Latin1.GetString(bytes));
        string said = _said.ToString();
        int end = said.LastIndexOf('\n');
        if (end < 0)
            return;

        _said.Clear().Append(said[(end + 1)..]);
        string line = said[..end].Split('\n')[^1];
        if (line.Length > 20 && line[0] == '@')
            Reply(uint.Parse(line.AsSpan(1, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), line[10..^10]);
    }

    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        if (_at == _reply.Length && _endless)
        {
            _random.NextBytes(buffer);
            Elapsed += TimeSpan.FromMilliseconds(1);
            return buffer.Length;
        }

        int count = Math.Min(_reply.Length - _at, Math.Min(buffer.Length, _random.Next(1, 200)));
        _reply.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        Elapsed += count == 0 ? wait : TimeSpan.FromMilliseconds(1);
        return count;
    }

    public void Dispose()
    {
    }

    private void Reply(uint tag, string message)
    {
        Replies++;
        _at = 0;
        _endless = _random.Next(2000) == 0;
        byte[] answer = Answer(message);
        string again = _random.Next(40) == 0 ? "again " : "";
        int errors = _random.Next(30) == 0 ? _random.Next(40) : 0;
        byte[] covered =
        [
            .. Encoding.ASCII.GetBytes($"@{tag:X8}\n"), .. answer, .. Encoding.ASCII.GetBytes($"@{tag:X8} {again}{errors} @"),
        ];
        byte[] whole = [.. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered):X8}\n")];
        _reply = _random.Next(25) switch
        {
            0 => [],
            1 => mutate(_random, whole),
            2 => Encoding.ASCII.GetBytes($"@-------- damaged @{FrameCrc32.Of("@-------- damaged @"u8):X8}\n"),
            _ => whole,
        };
    }

    // The first messages of a session mostly succeed, or no session would come further.
    private byte[] Answer(string message)
    {
        byte[] right = Right(message);
        return _random.Next(8) switch
        {
            0 => mutate(_random, right),
            1 => Answers[_random.Next(Answers.Length)],
            _ => right,
        };
    }

    private byte[] Right(string message) => message switch
    {
        "*IDN?" => "MagHopfield,virtual board 4 nodes,seed 1,0.1.0\n"u8.ToArray(),
        "SYST:NOD?" => "4\n"u8.ToArray(),
        "STAT:OPER:COND?" => _random.Next(3) == 0 ? "16\n"u8.ToArray() : "0\n"u8.ToArray(),
        "SYST:ERR?" => "-222,\"Data out of range;\"\"x\"\"\"\n"u8.ToArray(),
        "*TST?" => "2\n"u8.ToArray(),
        "FETC:COND?" or "CALC:WEIG?" or "CAL:REF:MIN?" or "CAL:REF:MAX?" => Block(16),
        "FETC:COND:ERR?" => Block(6),
        "FETC:COND:STAT?" => Block(8),
        "CALC:ENER:ALL?" => Block(16),
        _ when message.StartsWith("REC?", StringComparison.Ordinal) => "\"+ - + -\",3,1,0\n"u8.ToArray(),
        _ when message.StartsWith("LOG:TABL?", StringComparison.Ordinal) => "0,0,0,1\n"u8.ToArray(),
        _ when message.StartsWith("DIAG:FIND?", StringComparison.Ordinal) => "\"SW1 of node 2 does not open\"\n"u8.ToArray(),
        _ when message.EndsWith('?') => "1.5E-3\n"u8.ToArray(),
        _ => [],
    };

    private byte[] Block(int count)
    {
        byte[] bytes = new byte[8 * count];
        for (int i = 0; i < count; i++)
        {
            double value = _random.Next(60) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => _random.NextDouble() - 0.5 };
            BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(8 * i), value);
        }

        byte[] crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, FrameCrc32.Of(bytes) + (_random.Next(40) == 0 ? 1u : 0u));
        string length = (bytes.Length + 4).ToString(CultureInfo.InvariantCulture);
        return [.. Encoding.ASCII.GetBytes($"#{length.Length}{length}"), .. bytes, .. crc, (byte)'\n'];
    }

    private static IEnumerable<byte[]> Kinds()
    {
        foreach (string text in (string[])
            [
                "\n", "0\n", "1\n", "-1\n", "65\n", "999999999999999999999\n", "9.91E37\n", "NAN\n", "\"\n", "\"+ - +\"\n",
                "\"+ - + - +\",1,1,1\n", "#0\n", "#19999\n", "#9999999999\n", "#A\n", ",,,\n", "1,2,3,4,5\n",
            ])
        {
            yield return Encoding.ASCII.GetBytes(text);
        }

        yield return [.. Enumerable.Repeat((byte)'9', 5000), (byte)'\n'];
    }
}
