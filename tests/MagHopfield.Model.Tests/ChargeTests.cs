using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Model.Files;
using MagHopfield.Model.Output;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

/// <summary>
/// The topological charge on meshes that repeat: a map from a torus to the sphere has a whole number of turns (Berg and Lüscher 1981).
/// </summary>
public sealed class ChargeTests
{
    [Theory]
    [InlineData("charge-skyrmion.toml")]
    [InlineData("charge-skyrmion-rolled.toml")]
    public void A_skyrmion_on_a_torus_has_charge_minus_one_wherever_it_stands(string name)
    {
        using TestRun run = new();
        ProblemFile file = Case.Load(name);
        ProblemRun.Execute(file, run.PathOf("out"), false, "test", new Silent(), default);
        Assert.All(run.Column("charge"), q => Assert.Equal(-1, q, 1e-6));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    [InlineData(0, 13)]
    [InlineData(20, 20)]
    public void Moving_a_texture_around_a_torus_does_not_change_its_charge(int right, int up)
    {
        Mesh torus = new(40, 40, 1, 2e-9, 2e-9, 1e-9, periodicX: true, periodicY: true);
        VectorField<float> still = SkyrmionState.Neel<float>(new Geometry(torus), -1, 1, 20e-9, 5e-9), moved = new(torus);
        for (int y = 0; y < 40; y++)
        {
            for (int x = 0; x < 40; x++)
                moved[torus.Index((x + right) % 40, (y + up) % 40)] = still[torus.Index(x, y)];
        }

        Assert.Equal(-1, TopologicalCharge.Of(moved, 0), 1e-9);
    }

    [Fact]
    public void Any_texture_on_a_torus_has_a_whole_charge_in_both_precisions()
    {
        Geometry torus = new(new Mesh(17, 11, 1, 2e-9, 2e-9, 2e-9, periodicX: true, periodicY: true));
        for (int seed = 1; seed <= 20; seed++)
        {
            double q = TopologicalCharge.Of(
                RandomState.Create<double>(torus, seed), 0), single = TopologicalCharge.Of(RandomState.Create<float>(torus, seed), 0);
            Assert.Equal(Math.Round(q), q, 1e-9);
            Assert.Equal(Math.Round(single), single, 1e-9);
        }
    }

    // Along one axis a torus is a cylinder: what lies across its seam counts, its open ends do not join.
    [Fact]
    public void A_skyrmion_across_the_seam_of_a_track_has_the_charge_of_one_in_the_middle()
    {
        Geometry track = new(new Mesh(60, 60, 1, 2e-9, 2e-9, 1e-9, periodicX: true));
        double middle = TopologicalCharge.Of(SkyrmionState.Neel<double>(track, -1, 1, 15e-9, 4e-9), 0);
        double seam = TopologicalCharge.Of(SkyrmionState.Neel<double>(track, -1, 1, 15e-9, 4e-9, (60e-9, 0, 0)), 0);
        Assert.Equal(-1, middle, 1e-3);
        Assert.Equal(middle, seam, 1e-9);
    }

    private sealed class Silent : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction)
        {
        }
    }
}
