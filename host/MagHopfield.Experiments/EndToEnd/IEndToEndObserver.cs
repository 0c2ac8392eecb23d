namespace MagHopfield.Experiments.EndToEnd;

/// <summary>Whoever wants to see how far a run is.</summary>
public interface IEndToEndObserver
{
    /// <summary>The run is doing this now.</summary>
    /// <param name="activity">In a few words.</param>
    /// <param name="fraction">Share of the whole run done, 0 … 1.</param>
    void Report(string activity, double fraction);
}
