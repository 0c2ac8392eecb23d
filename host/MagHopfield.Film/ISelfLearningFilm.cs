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

    /// <summary>Applies a rectangular voltage pulse to the terminals of the gold layer; the film is at zero field again afterwards.</summary>
    /// <param name="voltages">N terminal voltages in volts, against ground.</param>
    /// <param name="width">Width in seconds.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    void ApplyPulse(IReadOnlyList<double> voltages, double width, CancellationToken cancellation);
}
