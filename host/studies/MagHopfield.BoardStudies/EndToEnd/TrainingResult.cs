using MagHopfield.BoardStudies.Agreement;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>Everything that came of one training.</summary>
/// <param name="Training">The lesson.</param>
/// <param name="Pulse">What the last pulse took in the simulation.</param>
/// <param name="Measurement">G as the instrument measured it.</param>
/// <param name="Simulated">G of the film behind the board, in siemens.</param>
/// <param name="Weights">w_ij in siemens that the instrument formed.</param>
/// <param name="FieldResolution">Local field in siemens (V = ±1) up to which recall keeps the old sign.</param>
/// <param name="Energies">Energy of every state in watts at V = ±1 V, in the order of <see cref="Pattern.FromState"/>.</param>
/// <param name="Recalls">Recalls from every one-flip distortion, every way of renewing the nodes.</param>
/// <param name="CrossCheck">Measured against simulated.</param>
/// <param name="Texture">Unit magnetisation after training: x, y, z of each cell.</param>
/// <param name="GoldCurrent">Sheet current density of the gold layer under the pulse in A/m: x, y of each cell.</param>
/// <param name="Times">Simulated time of each sample of G since the first training began, in seconds.</param>
/// <param name="Samples">G_ij in siemens of each sample, in the order of <see cref="ConductanceMatrix.PairIndex"/>.</param>
public sealed record TrainingResult(
    Training Training,
    IntegratedPulse Pulse,
    ConductanceMeasurement Measurement,
    ConductanceMatrix Simulated,
    WeightMatrix Weights,
    double FieldResolution,
    IReadOnlyList<double> Energies,
    IReadOnlyList<RecallOutcome> Recalls,
    ConductanceCrossCheck CrossCheck,
    double[][] Texture,
    double[][] GoldCurrent,
    IReadOnlyList<double> Times,
    IReadOnlyList<double[]> Samples)
{
    /// <summary>The energies with what they say of the trained pattern.</summary>
    public EnergyLandscape Landscape => new(Training.Pattern, Energies);

    /// <summary>Whether the states of least energy are the trained pattern and its negative, and no other.</summary>
    public bool MinimumIsTrained => Landscape.IsLearned;

    /// <summary>
    /// Energy from the trained pattern up to the next other state, in watts at V = ±1 V; negative where another state lies lower.
    /// </summary>
    public double Margin => Landscape.Margin;

    /// <summary>
    /// Whether every recall by steepest descent was right. In the paper's random order, or all at once, the weights of some patterns
    /// lead to a local minimum or a cycle; those outcomes are reported and not judged.
    /// </summary>
    public bool AllRecalled => Of(RecallMode.SteepestDescent).All(r => r.Right);

    /// <summary>The recalls of one way of renewing the nodes.</summary>
    public IEnumerable<RecallOutcome> Of(RecallMode mode) => Recalls.Where(r => r.Mode == mode);

    /// <summary>Whether minimum, recalls and cross-check are all as they should be.</summary>
    public bool Passes => MinimumIsTrained && AllRecalled && CrossCheck.Passes;
}
