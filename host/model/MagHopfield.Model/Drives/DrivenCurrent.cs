using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Shared;

namespace MagHopfield.Model.Drives;

/// <summary>The current of a run, which follows its drives in time, and a meter beside it that looks without touching it.</summary>
/// <param name="current">The current that acts.</param>
/// <param name="meter">The same film, solved for the table.</param>
/// <param name="clocks">The courses of the drives.</param>
internal sealed class DrivenCurrent<T>(FilmCurrent<T> current, FilmCurrent<T> meter, IReadOnlyList<FieldClock> clocks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The current that acts.</summary>
    public FilmCurrent<T> Acting => current;

    /// <summary>Time of the run at the next corner of a drive in seconds; infinite after the last.</summary>
    public double Next => clocks.Select(clock => clock.Next).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>
    /// Begins a block of steps at a time of the run in seconds: what follows hangs on m and the time alone, so that a run can go on here.
    /// </summary>
    public void Begin(double time)
    {
        current.Forget();
        foreach (FieldClock clock in clocks)
            clock.At(time);
    }

    /// <summary>Passes the corners at or before a time of the run in seconds.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Pass(double time)
    {
        bool any = false;
        foreach (FieldClock clock in clocks)
        {
            for (; FieldClock.IsDue(clock.Next, time); any = true)
                clock.Passed++;
        }

        return any;
    }

    /// <summary>What a meter at the electrodes shows; the same for the same m and time, whatever was before.</summary>
    public CircuitState Measure(VectorField<T> m, double time)
    {
        Look(m, time);
        double[] voltages = meter.Voltages();
        return new(meter.Conductance, voltages, Circuit.Currents(meter.Conductance, voltages));
    }

    /// <summary>Current density in A/m² and potential in V.</summary>
    public (VectorField<T> Density, ScalarField<double> Potential) Fields(VectorField<T> m, double time)
    {
        Look(m, time);
        return (meter.Density, meter.Potential());
    }

    private void Look(VectorField<T> m, double time)
    {
        meter.Forget();
        meter.Solve(m, time);
    }
}

/// <summary>Conductances, voltages and currents of electrodes.</summary>
/// <param name="Conductance">Conductance matrix, contacts included, in siemens.</param>
/// <param name="Voltages">Voltages in volts.</param>
/// <param name="Currents">Currents into the film in amperes.</param>
public sealed record CircuitState(ConductanceMatrix Conductance, IReadOnlyList<double> Voltages, IReadOnlyList<double> Currents)
{
    /// <summary>No electrodes.</summary>
    public static CircuitState None { get; } = new(new ConductanceMatrix(0), [], []);
}
