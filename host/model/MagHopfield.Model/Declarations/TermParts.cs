using System.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Model.Declarations;

/// <summary>What a term becomes in the engine.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TermParts<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Its energy term, or null.</summary>
    public IEnergyTerm<T>? Energy { get; init; }

    /// <summary>Its torque in stages of kind run, or null.</summary>
    public ISpinTorque<T>? Torque { get; init; }

    /// <summary>Dry friction in stages of kind run, or null.</summary>
    public DryFriction<T>? Friction { get; init; }

    /// <summary>Sets its current to a factor times that of the file, 0 until it is called; null without a current.</summary>
    public Action<double>? SetCurrent { get; init; }

    /// <summary>Begins its random numbers anew for a block of steps, by the number of the block; null without any.</summary>
    public Action<long>? BeginNoise { get; init; }

    /// <summary>The current between electrodes, or null.</summary>
    internal DrivenCurrent<T>? Current { get; init; }

    /// <summary>The external field that follows the clock of each stage, or null.</summary>
    internal ExternalField<T>? Drive { get; init; }
}
