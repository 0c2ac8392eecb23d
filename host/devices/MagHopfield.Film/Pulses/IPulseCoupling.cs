using MagHopfield.Devices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Declarations;
using MagHopfield.Shared;

namespace MagHopfield.Film.Pulses;

/// <summary>How a drive at the terminals acts on the magnetisation: by the gold over the film, or by the film's own current.</summary>
internal interface IPulseCoupling
{
    /// <summary>Density in A/m² of the current in the film that torques without a density of their own have, or null.</summary>
    VectorField<float>? SolvedCurrent { get; }

    /// <summary>Its energy term that is added right after the exchange, or none.</summary>
    IReadOnlyList<TermParts<float>> First { get; }

    /// <summary>Its energy terms that are added after the demagnetising field.</summary>
    IReadOnlyList<TermParts<float>> Last { get; }

    /// <summary>Begins a segment of a drive.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="segment">Zero-based segment.</param>
    /// <param name="load">Conductance matrix that the drive meets, in siemens.</param>
    /// <param name="start">Time of the simulation at its start in seconds.</param>
    /// <param name="longest">Longest time to integrate in seconds; where voltages change they change in that time.</param>
    /// <returns>Whether the voltages are constant, and the time to integrate in seconds.</returns>
    (bool IsConstant, double Duration) Begin(ITerminalDrive drive, int segment, ConductanceMatrix load, double start, double longest);

    /// <summary>Largest difference in volts between two terminals at a time of the simulation in seconds.</summary>
    double Spread(double time);

    /// <summary>Voltages of the driven terminals in volts at a time of the simulation in seconds.</summary>
    double[] Voltages(double time);

    /// <summary>Runs a simulation for a time in seconds.</summary>
    void Run(Simulation<float> simulation, double duration, CancellationToken cancellation);

    /// <summary>Ends the drive: nothing acts any more.</summary>
    void End();
}
