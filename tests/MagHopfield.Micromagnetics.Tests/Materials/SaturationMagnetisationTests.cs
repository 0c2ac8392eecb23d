using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Tests.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Materials;

/// <summary>Ms given cell by cell: the same physics as by region, and any value in any cell.</summary>
public class SaturationMagnetisationTests
{
    private static readonly Mesh Box = new(9, 7, 2, 3e-9, 4e-9, 5e-9, periodicX: true);

    public static TheoryData<string> Terms => ["exchange", "demag", "zeeman", "anisotropy", "cubic_anisotropy", "dmi", "bulk_dmi"];

    [Theory]
    [MemberData(nameof(Terms))]
    public void Two_values_by_cell_make_the_field_and_energy_of_two_regions(string term)
    {
        Geometry geometry = new Geometry(Box, Shape.Ellipse(27e-9, 28e-9)).WithRegion(2, Shape.Ellipse(12e-9, 20e-9));
        Ferromagnet regions = new(geometry, ByRegion.Of(8e5, 3e5)), cells = new(
            geometry, ByCell(geometry, i => geometry.Region[i] == 1 ? 8e5 : 3e5));
        VectorField<double> m = RandomState.Create<double>(geometry, 3), a = new(Box), b = new(Box);
        IEnergyTerm<double> one = Term(term, regions), other = Term(term, cells);
        one.AddField(m, a);
        other.AddField(m, b);
        Assert.Equal(a.X, b.X);
        Assert.Equal(a.Z, b.Z);
        Assert.Equal(one.TotalEnergy(m), other.TotalEnergy(m));
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void The_field_is_the_gradient_of_the_energy_with_another_Ms_in_every_cell(string term)
    {
        Random random = new(5);
        Geometry geometry = new(Box, Shape.Ellipse(27e-9, 28e-9));
        Ferromagnet body = new(geometry, ByCell(geometry, _ => 1e5 + (9e5 * random.NextDouble())));
        Gradient.Matches(body, Term(term, body));
    }

    // In a full mesh, too, where one coefficient would do for a uniform Ms.
    [Fact]
    public void Exchange_follows_Ms_where_the_body_fills_the_mesh()
    {
        Geometry geometry = new(Box);
        Ferromagnet body = new(geometry, ByCell(geometry, i => i % 2 == 0 ? 8e5 : 4e5));
        VectorField<double> m = RandomState.Create<double>(geometry, 3), h = new(Box), uniform = new(Box);
        new Exchange<double>(body, 1e-11).AddField(m, h);
        new Exchange<double>(new Ferromagnet(Box, 8e5), 1e-11).AddField(m, uniform);
        for (int i = 0; i < h.X.Length; i++)
            Assert.True((h[i] - ((i % 2 == 0 ? 1.0 : 2.0) * uniform[i])).Length < 1e-9 * uniform[i].Length);
    }

    [Fact]
    public void Spin_torques_and_descent_follow_Ms_by_cell_as_by_region()
    {
        Geometry geometry = new Geometry(Box).WithRegion(2, Shape.Ellipse(12e-9, 20e-9));
        VectorField<double>[] ends = [.. new[]
        {
            new Ferromagnet(geometry, ByRegion.Of(8e5, 3e5)), new Ferromagnet(
                geometry, ByCell(geometry, i => geometry.Region[i] == 1 ? 8e5 : 3e5)),
        }.SelectMany(body =>
        {
            VectorField<double> m = RandomState.Create<double>(geometry, 3), j = new(Box), rate = new(Box);
            j.Fill((1e12, 2e11, 0));
            LandauLifshitzGilbert<double> llg = new(
                body, 0.1, new Exchange<double>(body, 1e-11), new UniaxialAnisotropy<double>(body, (0, 0, 1), 1e5))
            {
                Torques =
                [
                    new ZhangLi<double>(body, j, 0.5, 0.04),
                    new Slonczewski<double>(body, (1, 0, 0), 0.5, 2, 5e-9) { CurrentDensity = 1e11 },
                ],
            };
            llg.Derivative(0, m, rate);
            new BarzilaiBorwein<double>(llg).Minimise(m, 10, 200);
            return new[] { rate, m };
        })];
        Assert.Equal(ends[0].X, ends[2].X);
        Assert.Equal(ends[1].X, ends[3].X);
    }

    [Fact]
    public void Ms_by_cell_has_no_value_by_region_and_must_be_positive_inside()
    {
        Geometry disk = new(Box, Shape.Disk(20e-9));
        Ferromagnet body = new(disk, ByCell(disk, i => 1e5 + i));
        Assert.Throws<InvalidOperationException>(() => body.SaturationMagnetisation[1]);
        Assert.Equal(0, body.MsOf(0));
        Assert.False(body.SaturationMagnetisation.IsUniform);
        Assert.Contains(
            "Ms = 0 A/m in cell",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Ferromagnet(disk, new ScalarField<double>(Box))).Message);
    }

    private static ScalarField<double> ByCell(Geometry geometry, Func<int, double> value)
    {
        ScalarField<double> ms = new(geometry.Mesh);
        for (int i = 0; i < ms.Values.Length; i++)
            ms[i] = geometry.Contains(i) ? value(i) : 0;
        return ms;
    }

    private static IEnergyTerm<double> Term(string name, Ferromagnet body) => name switch
    {
        "exchange" => new Exchange<double>(body, 1.3e-11),
        "demag" => new Demagnetisation<double>(body, 1),
        "zeeman" => new Zeeman<double>(body, (1e5, -2e5, 3e4)),
        "anisotropy" => new UniaxialAnisotropy<double>(body, (1, 2, 3), 2e5, 1e4),
        "cubic_anisotropy" => new CubicAnisotropy<double>(body, (1, 0, 0), (0, 1, 0), 2e5, 1e4),
        "dmi" => new InterfacialDmi<double>(body, 2e-3),
        _ => new BulkDmi<double>(body, 2e-3),
    };
}
