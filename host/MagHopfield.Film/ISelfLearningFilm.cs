using MagHopfield.Shared;

namespace MagHopfield.Film;

/// <summary>
/// A film under a gold layer as its electrodes show it: voltages and currents only. What learns behind them (micromagnetics,
/// Oja's rule, a real film) is not visible here.
/// </summary>
public interface ISelfLearningFilm
{
    /// <summary>Number of nodes N: electrodes of the film and terminals of the gold layer.</summary>
    int NodeCount { get; }

    /// <summary>Conductance matrix of the film between its N electrodes at the present magnetic state, in siemens.</summary>
    ConductanceMatrix Conductance { get; }

    /// <summary>Conductance matrix of the gold layer between its N terminals, leads included, in siemens. It never changes.</summary>
    ConductanceMatrix GoldConductance { get; }

    /// <summary>
    /// Applies a voltage pulse with linear edges to the terminals of the gold layer: all terminals rise together from 0 V and fall to it
    /// again; the film is at zero field afterwards.
    /// </summary>
    /// <param name="voltages">N terminal voltages in volts at the top of the pulse, against ground.</param>
    /// <param name="width">Width at half the amplitude in seconds, as pulse generators state it.</param>
    /// <param name="rise">Duration of each edge, from 0 to 100 %, in seconds: 0 for a rectangle, at most the width.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    void ApplyPulse(IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation);
}
