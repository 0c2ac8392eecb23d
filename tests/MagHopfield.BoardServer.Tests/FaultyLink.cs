using MagHopfield.BoardClient.Links;
using MagHopfield.Toml;

namespace MagHopfield.BoardServer.Tests;

/// <summary>What a bad line does to a byte.</summary>
public enum LineFault
{
    /// <summary>It does not arrive.</summary>
    Dropped,

    /// <summary>It arrives twice.</summary>
    Doubled,

    /// <summary>Another one arrives.</summary>
    Changed,

    /// <summary>Any of these.</summary>
    Mixed,
}

/// <summary>A link whose line spoils bytes both ways, and which may be pulled out in the middle of an answer.</summary>
internal sealed class FaultyLink(IByteLink link, LineFault fault, double rate, int seed, int unplugAfter = int.MaxValue) : IByteLink
{
    private readonly Random _random = new(seed);
    private int _received;

    public int Faults { get; private set; }

    public string Name => link.Name;

    public ILinkClock Clock => link.Clock;

    public void Write(ReadOnlySpan<byte> bytes) => link.Write(Spoil(bytes));

    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        // Half of the buffer, for every byte may come twice.
        int count = link.Read(buffer[..Math.Min(buffer.Length / 2, unplugAfter - _received)], wait);
        _received += count;
        if (_received >= unplugAfter)
        {
            link.Dispose();
            throw new BoardLinkException($"{Name} was unplugged; plug it in and connect anew.");
        }

        byte[] spoilt = Spoil(buffer[..count]);
        spoilt.CopyTo(buffer);
        return spoilt.Length;
    }

    public void Dispose() => link.Dispose();

    private byte[] Spoil(ReadOnlySpan<byte> bytes)
    {
        List<byte> spoilt = new(bytes.Length + 4);
        foreach (byte b in bytes)
        {
            if (_random.NextDouble() >= rate)
            {
                spoilt.Add(b);
                continue;
            }

            Faults++;
            spoilt.AddRange((fault == LineFault.Mixed ? (LineFault)_random.Next(3) : fault) switch
            {
                LineFault.Dropped => [],
                LineFault.Doubled => [b, b],
                _ => (byte[])[(byte)(b ^ _random.Next(1, 256))],
            });
        }

        return [.. spoilt];
    }
}
