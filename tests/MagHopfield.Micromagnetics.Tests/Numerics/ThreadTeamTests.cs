using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Numerics;

public class ThreadTeamTests
{
    [Fact]
    public void Every_index_is_done_once_in_thousands_of_loops()
    {
        using ThreadTeam team = new(3);
        int[] done = new int[37];
        Action<int, int> body = (i, _) => Interlocked.Increment(ref done[i]);
        for (int loop = 0; loop < 5000; loop++)
        {
            team.For(done.Length, body);
            // Now and then long enough for the threads to fall asleep.
            if (loop % 1000 == 0)
                Thread.Sleep(2);
        }
        Assert.All(done, d => Assert.Equal(5000, d));
    }

    [Fact]
    public void Far_more_threads_than_processors_do_every_index_once_and_none_after_the_loop()
    {
        using ThreadTeam team = new(24);
        int loop = 0, late = 0;
        int[] done = new int[60];
        for (; loop < 500; loop++)
        {
            int mine = loop;
            team.For(done.Length, (i, _) =>
            {
                if (Volatile.Read(ref loop) != mine)
                    Interlocked.Increment(ref late);
                done[i]++;
                Thread.SpinWait(50);
            });
        }
        Assert.All(done, d => Assert.Equal(500, d));
        Assert.Equal(0, late);
    }

    [Fact]
    public void A_failure_in_a_thread_reaches_the_caller_and_the_team_goes_on()
    {
        using ThreadTeam team = new(2);
        Assert.Throws<AggregateException>(() => team.For(10, (i, _) =>
        {
            if (i == 5)
                throw new InvalidOperationException("here");
        }));
        int sum = 0;
        team.For(10, (i, _) => Interlocked.Add(ref sum, i));
        Assert.Equal(45, sum);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_run_gives_the_same_bits_with_any_number_of_threads(int layers)
    {
        Assert.Equal(Run(ThreadTeam.Single, layers), Run(null, layers));
    }

    private static float[] Run(ThreadTeam? shared, int layers)
    {
        using ThreadTeam team = shared is null ? new ThreadTeam(2) : new ThreadTeam(1);
        Simulation<float> simulation = Simulation(team, layers);
        simulation.Run(2e-12);
        return simulation.Magnetisation.X;
    }

    private static Simulation<float> Simulation(ThreadTeam team, int layers)
    {
        Ferromagnet body = new(new Mesh(70, 130, layers, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<float> llg = new(
            body,
            0.1,
            new Demagnetisation<float>(body, team: team),
            new Exchange<float>(body, 13e-12),
            new Zeeman<float>(body, (1e4, 0, 0)))
        {
            Backend = new CpuBackend<float>(team),
        };
        return new Simulation<float>(llg, RandomState.Create<float>(body.Geometry, 1));
    }
}
