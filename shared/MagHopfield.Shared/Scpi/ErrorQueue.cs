namespace MagHopfield.Shared.Scpi;

/// <summary>
/// The error/event queue (SCPI 1999.0, volume 1, 4.4): first in, first out; the last place of a full queue turns into −350.
/// </summary>
public sealed class ErrorQueue
{
    /// <summary>Number of places.</summary>
    public const int Capacity = 16;

    // With number, text and quotes an answer stays below the 255 characters of the standard.
    private const int LongestDetail = 200;

    private readonly int[] _numbers = new int[Capacity];
    private readonly string[] _details = new string[Capacity];
    private int _first;

    /// <summary>Number of errors in the queue.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an error.</summary>
    /// <param name="number">Error number, negative.</param>
    /// <param name="detail">What and where, after the standard text; cut to 200 characters.</param>
    public void Add(int number, string detail)
    {
        if (Count == Capacity)
        {
            int last = (_first + Capacity - 1) % Capacity;
            _numbers[last] = ScpiError.QueueOverflow;
            _details[last] = "";
            return;
        }

        int place = (_first + Count) % Capacity;
        _numbers[place] = number;
        _details[place] = detail.Length <= LongestDetail ? detail : detail.Substring(0, LongestDetail);
        Count++;
    }

    /// <summary>Takes the oldest error out of the queue.</summary>
    /// <param name="detail">Its detail; empty where there is none.</param>
    /// <returns>Its number, or <see cref="ScpiError.None"/> where the queue is empty.</returns>
    public int Take(out string detail)
    {
        detail = "";
        if (Count == 0)
            return ScpiError.None;

        int number = _numbers[_first];
        detail = _details[_first];
        _first = (_first + 1) % Capacity;
        Count--;
        return number;
    }

    /// <summary>Empties the queue.</summary>
    public void Clear() => Count = 0;
}
