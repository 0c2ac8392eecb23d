namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>How letters are taught.</summary>
public sealed record LetterProtocol
{
    /// <summary>Length of each letter's pulse in seconds (5 ns in Niu et al., PNAS 2024, Fig. 5).</summary>
    public double PulseTime { get; init; } = 5e-9;

    /// <summary>Voltage of the pulses in volts: ±V at the terminals. 5 V give 20 Oe half-way between columns of alternating sign.</summary>
    public double Voltage { get; init; } = 5;

    /// <summary>Epochs: passes through all letters.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Order within an epoch.</summary>
    public LessonOrder Order { get; init; } = LessonOrder.Fixed;

    /// <summary>The letters of an epoch in their order, as indices.</summary>
    /// <param name="count">Number of letters.</param>
    /// <param name="epoch">Epoch, from 0.</param>
    /// <param name="seed">Seed of a random order.</param>
    public int[] Lessons(int count, int epoch, int seed)
    {
        int[] lessons = [.. Enumerable.Range(0, count)];
        if (Order == LessonOrder.Shuffled)
            new Random(unchecked(seed * 7919 + epoch)).Shuffle(lessons);
        else if (Order == LessonOrder.Alternating && epoch % 2 == 1)
            Array.Reverse(lessons);

        return lessons;
    }
}

/// <summary>Order of the letters within an epoch.</summary>
public enum LessonOrder
{
    /// <summary>Always as the word is written (Niu et al., PNAS 2024, Fig. 5a).</summary>
    Fixed,

    /// <summary>Forwards and backwards by turns, so that no letter is always the last.</summary>
    Alternating,

    /// <summary>At random, from the seed of the film.</summary>
    Shuffled,
}
