using System.Numerics;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Magnet;

/// <summary>What a magnet becomes in the engine: terms, torques and friction in one equation of motion, and what steers them.</summary>
/// <typeparam name="T">float or double.</typeparam>
public class MagnetModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TermParts<T>[] _parts;

    /// <summary>Makes it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="damping">Gilbert damping α, by region.</param>
    /// <param name="gyromagneticRatio">Gyromagnetic ratio γ in m/(A·s).</param>
    /// <param name="parts">What its terms become, in the order in which fields are added.</param>
    /// <param name="team">Threads to share work among.</param>
    public MagnetModel(Ferromagnet body, ByRegion damping, double gyromagneticRatio, IEnumerable<TermParts<T>> parts, ThreadTeam team)
    {
        Body = body;
        _parts = [.. parts];
        Current = _parts.Select(part => part.Current).OfType<DrivenCurrent<T>>().FirstOrDefault();
        External = _parts.Select(part => part.Drive).OfType<ExternalField<T>>().FirstOrDefault();
        Equation = new(body, damping, [.. _parts.Select(part => part.Energy).OfType<IEnergyTerm<T>>()])
        {
            GyromagneticRatio = gyromagneticRatio,
            Torques = [.. _parts.Select(part => part.Torque).OfType<ISpinTorque<T>>()],
            Friction = _parts.Select(part => part.Friction).OfType<DryFriction<T>>().FirstOrDefault(),
            Following = _parts.Any(part => part.SetCurrent is not null) ? [new CurrentClock(this)] : [],
            Backend = new CpuBackend<T>(team),
        };
    }

    /// <summary>The body.</summary>
    public Ferromagnet Body { get; }

    /// <summary>The equation of motion, with the thermal field where there is a temperature.</summary>
    public LandauLifshitzGilbert<T> Equation { get; }

    /// <summary>Factor on all currents of torques at a time in seconds, followed at every evaluation; null: as they were set.</summary>
    public Func<double, double>? CurrentsAt { get; set; }

    /// <summary>The external field, or null where there is none in any stage.</summary>
    internal ExternalField<T>? External { get; }

    /// <summary>The current between electrodes, or null where there are none.</summary>
    internal DrivenCurrent<T>? Current { get; }

    /// <summary>Whether the thermal field has drawn noise for times that the run has not reached yet.</summary>
    internal bool HasNoiseAhead => _parts.Any(part => part.Energy is ThermalField<T> { HasNoiseAhead: true });

    /// <summary>Begins the thermal field of a block of steps, where there is a temperature.</summary>
    /// <param name="block">Number of the block; each has noise of its own seed, so that a run can go on at the start of any block.</param>
    public void BeginNoise(long block)
    {
        foreach (TermParts<T> part in _parts)
            part.BeginNoise?.Invoke(block);
    }

    /// <summary>Sets all currents of torques.</summary>
    /// <param name="factor">Factor on those of the file.</param>
    public void SetCurrents(double factor)
    {
        foreach (TermParts<T> part in _parts)
            part.SetCurrent?.Invoke(factor);
    }

    /// <summary>Sets an external field that stays as it is, the model's own time being that of the field.</summary>
    /// <param name="field">The field.</param>
    public void SetField(DriveField field) => External?.Take(new FieldClock(field, 0), 0);

    private sealed class CurrentClock(MagnetModel<T> model) : ITimeDependentTerm
    {
        public void SetTime(double time)
        {
            if (model.CurrentsAt is Func<double, double> factor)
                model.SetCurrents(factor(time));
        }
    }
}
