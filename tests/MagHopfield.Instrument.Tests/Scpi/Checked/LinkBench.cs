using System.Text;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi.Checked;

/// <summary>A checked link to an instrument without a thread: operations run when the bench works.</summary>
internal sealed class LinkBench
{
    private readonly TestOutput _output = new();

    public LinkBench()
    {
        Bench = new Bench();
        Link = new CheckedLink(Bench.Scpi, _output, Bench.Clock);
    }

    public Bench Bench { get; }

    public CheckedLink Link { get; }

    /// <summary>The frame of a message, with its line feed (docs/checked-link.md).</summary>
    public static byte[] Frame(uint tag, string message)
    {
        byte[] head = Encoding.Latin1.GetBytes($"@{tag:X8} {message} @");
        return [.. head, .. Encoding.ASCII.GetBytes($"{Crc32.Of(head, 0, head.Length):X8}\n")];
    }

    public void Send(uint tag, string message) => Send(Frame(tag, message));

    public void Send(byte[] bytes) => Link.Receive(bytes, 0, bytes.Length);

    public void SendPlain(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>What came since the last call, each frame's CRC-32 checked.</summary>
    public List<Reply> Take() => Reply.Read(_output.Take());

    /// <summary>What came since the last call as plain lines, without their ends.</summary>
    public string[] TakeLines() => Encoding.Latin1.GetString(_output.Take()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public List<Reply> WorkAndTake()
    {
        Bench.Work();
        return Take();
    }
}
