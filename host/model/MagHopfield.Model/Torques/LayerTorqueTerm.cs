using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Torques;

/// <summary>A current beside the magnet or through it, whose spins come in through a face and act on the whole thickness.</summary>
/// <param name="Section">Name of its section.</param>
/// <param name="CurrentDensity">Current density j in A/m².</param>
/// <param name="Thickness">Thickness t of the layer in metres, or null for that of the body at each place.</param>
public abstract record LayerTorqueTerm(string Section, double CurrentDensity, double? Thickness) : CurrentTerm(Section)
{
    /// <summary>Largest of the torque's rates over γħ|j|/(2 µ0 e Ms t), no unit.</summary>
    protected abstract double Strongest { get; }

    /// <summary>At its strongest angle.</summary>
    /// <param name="magnet">What holds in all regions.</param>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet)
    {
        ArgumentNullException.ThrowIfNull(magnet);

        // A body is nowhere thinner than a cell.
        double rate = magnet.LargestCurrentFactor * magnet.GyromagneticRatio * PhysicalConstants.ReducedPlanck * Math.Abs(CurrentDensity)
            / (2 * PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * (Thickness ?? magnet.Mesh.Dz));
        return region => new() { Rate = rate / region.SaturationMagnetisation * Strongest };
    }

    /// <inheritdoc/>
    public override int NumbersPerCell(Mesh mesh) => 6;

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckOnMesh(TermCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Thickness is double given ? check.ThicknessOfLayer(given, check.LineOf(Section, LayerTorqueKeys.ThicknessName)) : [];
    }
}

/// <summary>The keys that torques of spins through a face have alike.</summary>
internal static class LayerTorqueKeys
{
    /// <summary>Name of the key of the thickness.</summary>
    public const string ThicknessName = "thickness";

    private const string CurrentName = "current_density";

    /// <summary>The current density in A/m².</summary>
    public static Key<double> Current(string meaning) => Key.Number(CurrentName, "A/m²", meaning);

    /// <summary>The thickness in metres.</summary>
    public static Key<double?> Thickness(string layer) => Key.OptionalPositive(
        ThicknessName,
        "m",
        $"Thickness t of {layer}.",
        "that of the body at each place: of the cells above and below, to the next empty one");

    /// <summary>Refuses a section that leaves its current to the electrodes, which have none through a face.</summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="section">The section.</param>
    /// <param name="why">Why the current of a [[drive]] is not that of the torque.</param>
    /// <exception cref="ProblemFileException">It has no current of its own, and there are drives.</exception>
    public static void RequireOwnCurrent(TomlSection root, TomlSection section, string why)
    {
        if (!section.Has(CurrentName) && root.Sections("drive").Count > 0)
            throw section.Error($"{CurrentName} is missing; the current of a [[drive]] {why}: write {CurrentName} in A/m²");
    }

    /// <summary>Refuses two keys that say the same.</summary>
    /// <param name="section">The section.</param>
    /// <param name="one">Name of the key to keep.</param>
    /// <param name="other">Name of the other.</param>
    /// <param name="what">What both are, as in "are both the direction of the spins".</param>
    /// <exception cref="ProblemFileException">Both are written.</exception>
    public static void RefuseBoth(TomlSection section, string one, string other, string what)
    {
        if (section.Has(one) && section.Has(other))
            throw section.Error(other, $"is given beside {one}, and both are {what}; remove one");
    }
}
