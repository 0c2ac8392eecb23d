using System.Numerics;
using System.Reflection;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests;

/// <summary>
/// A torque as the claims that every torque must meet take it. A class that implements this, beside the torque's own tests, is found by
/// itself.
/// </summary>
internal interface ITorqueExample
{
    /// <summary>What it is.</summary>
    string Name { get; }

    /// <summary>The torque in a body of any shape and two regions.</summary>
    /// <param name="body">The body.</param>
    /// <param name="current">A current density in A/m² that varies in space.</param>
    ISpinTorque<T> Make<T>(Ferromagnet body, VectorField<T> current)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>An energy term, likewise.</summary>
internal interface ITermExample
{
    /// <summary>What it is.</summary>
    string Name { get; }

    /// <summary>The term in a body of two regions.</summary>
    IEnergyTerm<T> Make<T>(Ferromagnet body)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Finds the examples.</summary>
internal static class Examples
{
    /// <summary>All torques by their names.</summary>
    public static IReadOnlyDictionary<string, ITorqueExample> Torques { get; } = Of<ITorqueExample>().ToDictionary(e => e.Name);

    /// <summary>All terms by their names.</summary>
    public static IReadOnlyDictionary<string, ITermExample> Terms { get; } = Of<ITermExample>().ToDictionary(e => e.Name);

    private static IEnumerable<TExample> Of<TExample>() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsClass && !type.IsAbstract && typeof(TExample).IsAssignableFrom(type) && type.GetConstructor([]) is not null)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (TExample)Activator.CreateInstance(type)!);
}
