using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>What all declarations of terms and torques must have in common, and that any file can be read through them.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void Every_declaration_of_the_assembly_is_found_in_an_order_that_does_not_hang_on_its_name()
    {
        Type[] types =
        [
            .. typeof(TermDeclaration).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TermDeclaration)) && !t.IsAbstract),
        ];
        Assert.Equal(types.Select(t => t.Name).Order(), TermDeclaration.All.Select(d => d.GetType().Name).Order());
        int[] orders = [.. TermDeclaration.All.Select(d => d.Order)];
        Assert.Equal(orders.Distinct().Order(), orders);
    }

    [Fact]
    public void No_two_declare_the_same_section_key_or_column()
    {
        Once(ProblemFile.Sections.Select(s => s.Name));
        Once(TermDeclaration.All.SelectMany(d => d.Columns).Select(c => c.Name).Append("E_total"));
        Once(TermDeclaration.All.SelectMany(d => d.Energies).Select(e => e.Term));
        Assert.All(ProblemFile.Sections, s => Once(s.Keys.Select(k => k.Name)));

        static void Once(IEnumerable<string> names) => Assert.Equal(names.Distinct().Order(), names.Order());
    }

    [Fact]
    public void The_energy_of_every_term_that_is_made_has_a_column()
    {
        // All terms of the engine but noise, whose energy no run keeps, and fields of one's own.
        string[] engine =
        [
            .. typeof(IEnergyTerm<>).Assembly.GetTypes()
                .Where(
                    t =>
                        t is { IsAbstract: false, IsInterface: false, IsPublic: true }
                            && t.GetInterfaces().Any(i => i.Name == typeof(IEnergyTerm<>).Name))
                .Select(t => t.Name.Split('`')[0]).Except(["ThermalField", "CustomField"]),
        ];
        Assert.Equal(engine.Length, TermDeclaration.All.SelectMany(d => d.Energies).Count());
    }

    [Fact]
    public void Another_file_than_a_problem_file_has_its_terms_from_the_same_declarations()
    {
        const string text = """
            [film]
            width = 4e-9
            [magnetism]
            exchange_stiffness = 1.3e-11
            interfacial_dmi = 1e-3
            [[anisotropy]]
            axis = [0, 0, 2]
            ku1 = 1e5
            [slonczewski]
            current_density = 1e10
            fixed_layer = [0, 0, 1]
            polarisation = 0.5
            """;
        TomlSection root = TomlFile.Parse(text, "film.toml");
        Mesh mesh = new(4, 3, 1, 4e-9, 4e-9, 2e-9);
        TermReading reading = new(root, root.Section("magnetism"), [], [], mesh, ".");
        Term[] terms = [.. TermDeclaration.All.SelectMany(d => d.Read(reading))];
        TermScope<float> scope = new(new Ferromagnet(mesh, 8e5), new TermMagnet(mesh, 2.21e5, [], []), ThreadTeam.Single);
        TermParts<float>[] parts = [.. terms.Select(t => t.Make(scope)).OfType<TermParts<float>>()];
        Assert.Equal(["exchange", "demag", "dmi", "anisotropy"], parts.Select(p => p.Energy?.Name).OfType<string>());
        Assert.Equal(["slonczewski"], parts.Select(p => p.Torque?.Name).OfType<string>());
        IEnergyTerm<float> anisotropy = parts.Select(p => p.Energy).OfType<UniaxialAnisotropy<float>>().Single();
        double energy = anisotropy.TotalEnergy(UniformState.Create<float>(new Geometry(mesh), (0, 0, 1)));
        Assert.Equal(-1e5 * mesh.CellVolume * mesh.CellCount, energy, 1e-12 * Math.Abs(energy));
    }
}
