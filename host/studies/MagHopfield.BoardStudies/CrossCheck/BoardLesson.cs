using MagHopfield.BoardClient;
using MagHopfield.BoardStudies.Agreement;
using MagHopfield.BoardStudies.FilmFiles;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>One lesson on board and simulator.</summary>
/// <param name="Training">The lesson.</param>
/// <param name="Measurement">G as the board measured it.</param>
/// <param name="Rows">G element by element.</param>
/// <param name="Weights">Weights element by element.</param>
/// <param name="BoardEnergies">Energies that the board states, in watts at V = ±1 V, state by state.</param>
/// <param name="SimulatedEnergies">Energies of the simulator.</param>
/// <param name="EnergyTolerance">Largest difference in watts that the budget of G allows an energy.</param>
/// <param name="Recalls">Recalls from distorted states.</param>
public sealed record BoardLesson(
    Training Training,
    BoardMeasurement Measurement,
    IReadOnlyList<CrossCheckRow> Rows,
    IReadOnlyList<WeightRow> Weights,
    IReadOnlyList<double> BoardEnergies,
    IReadOnlyList<double> SimulatedEnergies,
    double EnergyTolerance,
    IReadOnlyList<RecallRow> Recalls)
{
    /// <summary>Largest difference between the energies in watts.</summary>
    public double LargestEnergyError => BoardEnergies.Zip(SimulatedEnergies, (b, s) => Math.Abs(b - s)).Max();

    /// <summary>Whether every element, every energy and every recall agree.</summary>
    public bool Passes =>
        Rows.All(r => r.Passes) && Weights.All(w => w.Passes) && LargestEnergyError <= EnergyTolerance && Recalls.All(r => r.Passes);
}

/// <summary>One weight on board and simulator.</summary>
/// <param name="Pair">Name of the pair of nodes.</param>
/// <param name="Board">w_ij of the board in siemens.</param>
/// <param name="Simulated">w_ij of the simulator in siemens.</param>
/// <param name="Tolerance">Largest difference in siemens that the budget of G allows.</param>
public sealed record WeightRow(string Pair, double Board, double Simulated, double Tolerance)
{
    /// <summary>Whether they agree.</summary>
    public bool Passes => Math.Abs(Board - Simulated) <= Tolerance;
}
