using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Answers frame by frame from a script and records what was sent. Past the script's end a frame is answered with zeros.</summary>
public sealed class ScriptedSpi : ISpiLink
{
    private readonly Queue<string> _answers = new();

    public List<string> Sent { get; } = [];

    public bool Disposed { get; private set; }

    public ScriptedSpi Answer(params string[] answers)
    {
        foreach (string answer in answers)
            _answers.Enqueue(answer);

        return this;
    }

    public void Write(byte[] frame)
    {
        Sent.Add(Convert.ToHexString(frame));
        if (_answers.Count > 0)
            _answers.Dequeue();
    }

    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        Assert.Equal(send.Length, receive.Length);
        Sent.Add(Convert.ToHexString(send));
        Array.Clear(receive);
        if (_answers.Count > 0)
            Convert.FromHexString(_answers.Dequeue()).CopyTo(receive, 0);
    }

    public void Dispose() => Disposed = true;
}
