using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Tests.Transport;

/// <summary>Quantities that a run saves as fields are those of the state that it saves beside them.</summary>
public sealed class SavedFieldsTests : IDisposable
{
    private const double Volume = 5e-9 * 5e-9 * 5e-9, Ms = 8e5;

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_energy_densities_of_all_terms_add_up_to_the_energies_of_the_table()
    {
        string[] symbols = [.. TermDeclaration.All.SelectMany(t => t.Energies).Select(e => e.Symbol)];
        _run.Run(Body + $"""
            [output]
            pictures = []
            columns = ["E_total", {string.Join(", ", symbols.Select(s => $"\"E_{s}\""))}]
            save = ["e_total", {string.Join(", ", symbols.Select(s => $"\"e_{s}\""))}]
            """);
        double total = Math.Abs(_run.Column("E_total")[^1]);
        Assert.All(symbols.Append("total"), s => Assert.Equal(_run.Column("E_" + s)[^1], Numbers("e_" + s).Sum() * Volume, 1e-9 * total));
        Assert.True(symbols.Count(s => _run.Column("E_" + s)[^1] != 0) >= 6);
    }

    [Fact]
    public void The_fields_of_terms_are_those_of_their_energies_and_add_up_to_the_effective_field()
    {
        string[] symbols = [.. TermDeclaration.All.SelectMany(t => t.Energies).Select(e => e.Symbol)];
        _run.Run(Body + $"""
            [output]
            pictures = []
            columns = ["E_demag", "E_exchange", "E_zeeman", "max_torque"]
            save = ["m", "H_eff", "torque", {string.Join(", ", symbols.Select(s => $"\"H_{s}\""))}]
            """);
        VectorField<double> m = _run.Final;
        Vector3D[] sum = new Vector3D[m.X.Length];
        foreach (string symbol in symbols)
        {
            VectorField<double> field = Vectors("H_" + symbol);
            for (int i = 0; i < sum.Length; i++)
                sum[i] += m[i].Length > 0 ? field[i] : default;
        }

        VectorField<double> whole = Vectors("H_eff"), rate = Vectors("torque");
        double largest = 0;
        for (int i = 0; i < sum.Length; i++)
        {
            Assert.Equal(0, (sum[i] - whole[i]).Length, 1e-9 * Ms);
            double torque = Vector3D.Cross(m[i], whole[i]).Length;
            largest = Math.Max(largest, torque);

            // |dm/dt| = γ |m×H|/√(1 + α²).
            Assert.Equal(
                PhysicalConstants.GyromagneticRatio * torque / Math.Sqrt(1.04),
                rate[i].Length,
                1e-9 * PhysicalConstants.GyromagneticRatio * Ms);
        }

        Assert.Equal(_run.Column("max_torque")[^1], largest, 1e-9 * Ms);
        Assert.Equal(_run.Column("E_demag")[^1], 0.5 * Energy("H_demag"), 1e-9 * Math.Abs(_run.Column("E_demag")[^1]));
        Assert.Equal(_run.Column("E_exchange")[^1], 0.5 * Energy("H_exchange"), 1e-9 * Math.Abs(_run.Column("E_exchange")[^1]));
        Assert.Equal(_run.Column("E_zeeman")[^1], Energy("H_zeeman"), 1e-9 * Math.Abs(_run.Column("E_zeeman")[^1]));

        double Energy(string name)
        {
            VectorField<double> field = Vectors(name);
            return -PhysicalConstants.Mu0 * Ms * Volume * Enumerable.Range(0, m.X.Length).Sum(i => Vector3D.Dot(m[i], field[i]));
        }
    }

    [Fact]
    public void Current_density_and_potential_are_those_between_the_electrodes_with_pictures()
    {
        _run.Run(Body + """
            [output]
            snapshot_interval = 1e-12
            columns = ["I_left", "V_left"]
            save = ["J", "V"]
            """);
        VectorField<double> j = Vectors("J");
        double[] potential = Numbers("V");
        double current = _run.Column("I_left")[^1];
        Assert.Equal(0.02, _run.Column("V_left")[^1], 1e-12);
        for (int ix = 2; ix < 14; ix++)
            Assert.Equal(current, Enumerable.Range(0, 8).Sum(iy => j.X[(iy * 16) + ix]) * 5e-9 * 5e-9, 2e-3 * current);
        Assert.All(potential.Where((_, i) => _run.Final[i].Length > 0), v => Assert.InRange(v, 0, 0.02));
        Assert.True(potential[(4 * 16) + 3] > potential[(4 * 16) + 12]);
        foreach (string name in (string[])["m_final_J.png", "m_final_V.png", "m000001_J.ovf", "m000001_V.svg", "m_final.ovf"])
            Assert.True(File.Exists(_run.PathOf("out/" + name)), name);
    }

    [Theory]
    [InlineData("\"J\"", "needs a current between electrodes")]
    [InlineData("\"H_demog\"", "did you mean \"H_demag\"?")]
    public void What_cannot_be_saved_is_refused_in_one_line(string name, string message)
    {
        string text = Body[Body.IndexOf("[mesh]", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("[transport]", StringComparison.Ordinal)] + text[text.IndexOf("[initial]", StringComparison.Ordinal)..];
        Assert.Contains(message, Assert.Throws<ProblemFileException>(() => _run.Parse(text + $"[output]\nsave = [{name}]\n")).Message);
    }

    private VectorField<double> Vectors(string name) => Ovf.Read<double>(_run.PathOf($"out/m_final_{name}.ovf")).Field;

    private double[] Numbers(string name) => Ovf.ReadScalar<double>(_run.PathOf($"out/m_final_{name}.ovf")).Field.Values;

    private const string Body = """
        [[electrode]]
        name = "left"
        shape = "rectangle"
        size = [10e-9, 50e-9]
        centre = [-40e-9, 0, 0]
        [[electrode]]
        name = "right"
        shape = "rectangle"
        size = [10e-9, 50e-9]
        centre = [40e-9, 0, 0]
        [mesh]
        cells = [16, 8, 1]
        cell_size = [5e-9, 5e-9, 5e-9]
        [[geometry]]
        shape = "everywhere"
        [[geometry]]
        operation = "subtract"
        shape = "disk"
        diameter = 12e-9
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.2
        interfacial_dmi = 1e-3
        bulk_dmi = 5e-4
        [[anisotropy]]
        axis = [1, 2, 3]
        ku1 = 1e4
        [field]
        constant = [1e4, 2e4, 3e4]
        [transport]
        isotropic_conductivity = 5e6
        amr_ratio = 0.1
        oersted = true
        [[drive]]
        electrode = "left"
        voltage = 0.02
        [[drive]]
        electrode = "right"
        voltage = 0
        [initial]
        state = "vortex"
        [[stage]]
        kind = "run"
        time = 2e-12

        """;
}
