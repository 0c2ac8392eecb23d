using System.Device.Spi;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Answers frame by frame from a script and records what was sent. Past the script's end a frame is answered with zeros.</summary>
public sealed class ScriptedSpi : SpiDevice
{
    private readonly Queue<string> _answers = new();

    public List<string> Sent { get; } = [];

    public bool Disposed { get; private set; }

    public override SpiConnectionSettings ConnectionSettings { get; } = new(1, 0);

    public ScriptedSpi Answer(params string[] answers)
    {
        foreach (string answer in answers)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }

    public override void Read(Span<byte> buffer) => throw new InvalidOperationException("The drivers never read without writing.");

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Sent.Add(Convert.ToHexString(buffer));
        if (_answers.Count > 0)
        {
            _answers.Dequeue();
        }
    }

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Assert.Equal(writeBuffer.Length, readBuffer.Length);
        Sent.Add(Convert.ToHexString(writeBuffer));
        readBuffer.Clear();
        if (_answers.Count > 0)
        {
            Convert.FromHexString(_answers.Dequeue()).CopyTo(readBuffer);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
