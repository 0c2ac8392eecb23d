namespace MagHopfield.Experiments.CrossCheck;

/// <summary>One off-diagonal element of G, measured by the instrument and known from the simulator.</summary>
/// <param name="Pair">Name of the pair of nodes, as in "12".</param>
/// <param name="Measured">G_ij as the instrument measured it, in siemens.</param>
/// <param name="Simulated">G_ij of the film behind the board, in siemens.</param>
/// <param name="StandardError">Standard error that the instrument states, in siemens.</param>
/// <param name="Budget">Largest relative error that passes.</param>
public sealed record CrossCheckRow(string Pair, double Measured, double Simulated, double StandardError, double Budget)
{
    /// <summary>Measured minus simulated, in siemens.</summary>
    public double AbsoluteError => Measured - Simulated;

    /// <summary>Error relative to the size of the simulated element.</summary>
    public double RelativeError => AbsoluteError / Math.Abs(Simulated);

    /// <summary>Whether the element is within the budget.</summary>
    public bool Passes => Math.Abs(RelativeError) <= Budget;
}
