namespace MagHopfield.Bench.Instrument;

/// <summary>Answers of the chips and looks at the clock, in the order in which an operation of the instrument met them.</summary>
internal sealed class SpiTape
{
    private readonly List<byte[]> _answers = [];
    private readonly List<long> _times = [];
    private int _answer;
    private int _time;

    public void Add(ReadOnlySpan<byte> answer) => _answers.Add(answer.ToArray());

    public void Add(long microseconds) => _times.Add(microseconds);

    public byte[] NextAnswer() => _answer < _answers.Count ? _answers[_answer++] : throw Ended();

    public long NextTime() => _time < _times.Count ? _times[_time++] : throw Ended();

    public void Rewind() => (_answer, _time) = (0, 0);

    private static InvalidOperationException Ended() => new("the tape has ended: the instrument does not repeat itself");
}
