using MagHopfield.Instrument.Ports;

namespace MagHopfield.Bench.Instrument;

/// <summary>Where the taped links write to and read from; exchanged between operations.</summary>
internal sealed class TapeDeck
{
    public SpiTape Tape { get; set; } = new();
}

/// <summary>A link that keeps the answers of its chip.</summary>
internal sealed class TapingLink(ISpiLink chip, TapeDeck deck) : ISpiLink
{
    public void Write(byte[] frame) => chip.Write(frame);

    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        chip.TransferFullDuplex(send, receive);
        deck.Tape.Add(receive);
    }

    public void Dispose() => chip.Dispose();
}

/// <summary>A link without a chip: answers as recorded.</summary>
internal sealed class ReplayingLink(TapeDeck deck) : ISpiLink
{
    public void Write(byte[] frame)
    {
    }

    public void TransferFullDuplex(byte[] send, byte[] receive) => deck.Tape.NextAnswer().CopyTo(receive, 0);

    public void Dispose()
    {
    }
}

/// <summary>A clock that keeps what it said.</summary>
internal sealed class RecordingClock(IBoardClock clock, TapeDeck deck) : IBoardClock
{
    public long Microseconds
    {
        get
        {
            long now = clock.Microseconds;
            deck.Tape.Add(now);
            return now;
        }
    }

    public void Wait(int microseconds) => clock.Wait(microseconds);
}

/// <summary>A clock that says again what it said, and does not wait.</summary>
internal sealed class ReplayingClock(TapeDeck deck) : IBoardClock
{
    public long Microseconds => deck.Tape.NextTime();

    public void Wait(int microseconds)
    {
    }
}
