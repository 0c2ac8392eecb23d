using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Output;

/// <summary>
/// The quantities that a run can write as fields beside m. Every term that has an energy in the table has its field and its energy density
/// here.
/// </summary>
internal static class SavedFields
{
    /// <summary>Name of the magnetisation, which is written in any case.</summary>
    public const string Magnetisation = "m";

    private const string Whole = "H_eff", Density = "e_total", Rate = "torque", Current = "J", Potential = "V";

    /// <summary>All that are known, those of electrodes, too.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Magnetisation, Whole, Density, Rate, Current, Potential, .. Terms.SelectMany(t => new[] { t.Field, t.Density }),
    ];

    /// <summary>A quantity of a state.</summary>
    /// <param name="name">Its name, other than m.</param>
    /// <param name="model">The problem.</param>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="time">Time in seconds.</param>
    public static SavedField<T> Of<T>(string name, ProblemModel<T> model, VectorField<T> m, double time)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> vector = new(m.Mesh);
        switch (name)
        {
            case Whole:
                model.Descent.EffectiveField(m, vector);
                return new(Within(model.Body, vector), null, "A/m");
            case Rate:
                model.Quiet.Derivative(time, m, vector);
                return new(vector, null, "rad/s");
            case Current:
                return new(model.Current!.Fields(m, time).Density, null, "A/m2");
            case Potential:
                return new(null, model.Current!.Fields(m, time).Potential, "V");
            default:
                string? term = name == Density ? null : Terms.Single(t => t.Field == name || t.Density == name).Term;
                IEnergyTerm<T>[] terms = [.. model.Descent.Terms.Where(t => term is null || t.Name == term)];
                return name[0] == 'H' ? FieldOf(terms, model.Body, m, vector) : DensityOf(terms, m);
        }
    }

    /// <summary>Whether a quantity needs electrodes.</summary>
    public static bool NeedsElectrodes(string name) => name is Current or Potential;

    private static IEnumerable<TermEnergy> Terms => TermDeclaration.All.SelectMany(term => term.Energies);

    // Outside of the body the stray field is one, too, and the external field; others are not.
    private static SavedField<T> FieldOf<T>(IEnergyTerm<T>[] terms, Ferromagnet body, VectorField<T> m, VectorField<T> field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (IEnergyTerm<T> term in terms)
            term.AddField(m, field);
        return new(terms.All(term => term is Demagnetisation<T> or Zeeman<T>) ? field : Within(body, field), null, "A/m");
    }

    private static VectorField<T> Within<T>(Ferromagnet body, VectorField<T> field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < field.X.Length; i++)
        {
            if (!body.Geometry.Contains(i))
                field[i] = default;
        }

        return field;
    }

    private static SavedField<T> DensityOf<T>(IEnergyTerm<T>[] terms, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ScalarField<T> density = new(m.Mesh);
        foreach (IEnergyTerm<T> term in terms)
            term.AddEnergyDensity(m, density);
        ScalarField<double> wide = new(m.Mesh);
        for (int i = 0; i < wide.Values.Length; i++)
            wide[i] = double.CreateTruncating(density[i]);
        return new(null, wide, "J/m3");
    }
}

/// <summary>A field to be written: of vectors or of numbers.</summary>
/// <param name="Vectors">Vectors, or null.</param>
/// <param name="Numbers">Numbers, or null.</param>
/// <param name="Unit">Their unit.</param>
internal sealed record SavedField<T>(VectorField<T>? Vectors, ScalarField<double>? Numbers, string Unit)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
