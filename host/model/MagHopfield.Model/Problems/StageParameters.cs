using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Terms;

namespace MagHopfield.Model.Problems;

/// <summary>One stage of a run.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Duration">Simulated time in seconds, of a run; at the longest where it may settle before.</param>
/// <param name="MaxTorque">The stage ends where the largest |m×H| in A/m is no larger; null without this rule.</param>
/// <param name="EnergyChange">
/// The stage ends where the energy changes by no larger a fraction in a block of steps; null without this rule.
/// </param>
/// <param name="MaxSteps">A relaxation ends after this many steps at the latest.</param>
/// <param name="CurrentFactor">Factor on all currents during a run.</param>
/// <param name="Own">Terms that stand for those of the same kind of the problem while the stage lasts.</param>
/// <param name="SaveField">Whether the field at its end is written.</param>
/// <param name="Line">Line in the file.</param>
public sealed record StageParameters(
    StageKind Kind,
    double Duration,
    double? MaxTorque,
    double? EnergyChange,
    int MaxSteps,
    double CurrentFactor,
    IReadOnlyList<Term> Own,
    bool SaveField,
    int Line)
{
    /// <summary>External field of this stage, its time from the start of the stage; null: that of the problem.</summary>
    public DriveField? Field => ExternalFieldTerm.Of(Own);

    /// <summary>What terms must know of it.</summary>
    public TermStage OfTerms => new(Kind == StageKind.Run, CurrentFactor, Own, Line);

    /// <summary>The kind as files write it.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();
}

/// <summary>Kinds of stages.</summary>
public enum StageKind
{
    /// <summary>The dynamics for a time.</summary>
    Run,

    /// <summary>Descent to an equilibrium that never climbs; the simulated time stands still.</summary>
    Relax,

    /// <summary>Steepest descent with Barzilai-Borwein steps to an equilibrium; the simulated time stands still.</summary>
    Minimise,
}
