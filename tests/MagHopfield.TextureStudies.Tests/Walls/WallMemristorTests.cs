using MagHopfield.Model.Files;
using MagHopfield.Studies;
using MagHopfield.Studies.Records;
using MagHopfield.TextureStudies.Textures;
using MagHopfield.TextureStudies.Walls;

namespace MagHopfield.TextureStudies.Tests.Walls;

/// <summary>A domain wall as memristor.</summary>
public class WallMemristorTests
{
    private static readonly ProblemFile Document = TextureDocument.Of("wall-memristor").Parse();

    [Fact]
    public void A_wall_moves_at_the_speed_of_theory()
    {
        WallSpeed speed = new WallMemristor(Document, CancellationToken.None).Speed(3, 4e-10);

        // µB/e = 5.788e-5 m²/s·(A/m)/(A/m²); J = 1.5e12 A/m², P = 0.5, ξ = 0.2, Ms = 6e5 A/m.
        Assert.Equal(5.788e-5 * 0.5 * 1.5e12 / (6e5 * 1.04), speed.Drift, 0.05);
        Assert.Equal(2 * speed.Drift, speed.Theory, 1e-9);
        Assert.InRange(speed.Speed / speed.Theory, 0.95, 1.01);
    }

    [Fact]
    public void Pulses_write_it_there_and_back_and_its_resistance_follows()
    {
        WallSteps steps = new WallMemristor(Document, CancellationToken.None).Write(4, 1.5e-10, 2, _ => { });
        Assert.Equal((3, 2), (steps.Up.Length, steps.Down.Length));
        Assert.All(steps.Up.Zip(steps.Up.Skip(1)), s => Assert.InRange(s.Second.Position - s.First.Position, 20e-9, 32e-9));
        Assert.All(steps.Up.Zip(steps.Up.Skip(1)), s => Assert.True(s.Second.Resistance > s.First.Resistance));
        Assert.All(steps.Up.Zip(steps.Up.Skip(1)), s => Assert.True(s.Second.Tunnel < s.First.Tunnel));
        Assert.Equal(steps.Up[0].Position, steps.Down[^1].Position, 3e-9);
    }

    [Fact]
    public void A_way_out_of_the_strip_is_refused_in_a_line()
    {
        StudyRun run = new(new WallMemristorStudy())
        {
            Values = new Dictionary<StudyParameter, object?> { [new WallMemristorStudy().Parameters[0]] = 40 },
        };
        ArgumentException e = Assert.Throws<ArgumentException>(() => run.Execute(CancellationToken.None));
        Assert.Contains("--steps 40", e.Message);
        Assert.Contains("give fewer", e.Message);
    }
}
