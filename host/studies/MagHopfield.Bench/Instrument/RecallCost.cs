namespace MagHopfield.Bench.Instrument;

/// <summary>One recall from stored weights.</summary>
/// <param name="Name">Nodes and order.</param>
/// <param name="Rounds">Updates until it stopped.</param>
/// <param name="Operations">Multiply-adds, counted at the local fields.</param>
/// <param name="Seconds">This machine's time, median, in seconds.</param>
public sealed record RecallCost(string Name, int Rounds, long Operations, double Seconds)
{
    /// <summary>Time in seconds at a rate of array multiply-adds.</summary>
    /// <param name="rate">Multiply-adds a second.</param>
    public double SecondsAt(double rate) => Operations / rate;
}
