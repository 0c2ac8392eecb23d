using CsCheck;
using MagHopfield.VirtualBoard.Circuit;
using MathNet.Numerics.LinearAlgebra.Double;

namespace MagHopfield.VirtualBoard.Tests.Circuit;

public class NodalCircuitTests
{
    [Fact]
    public void Divider_divides()
    {
        NodalCircuit c = new();
        int top = c.AddNode("top");
        int middle = c.AddNode("middle");
        c.AddCurrentSource(0, top, 1e-3);
        c.AddResistor(top, middle, 3000);
        c.AddResistor(middle, 0, 7000);
        CircuitSolution x = c.Solve();
        Assert.Equal(7, x.Voltage(middle), 1e-12);
        Assert.Equal(10, x.Voltage(top), 1e-12);
    }

    [Fact]
    public void Bridge_out_of_balance_by_one_percent_shows_a_quarter_percent()
    {
        NodalCircuit c = new();
        int top = c.AddNode("top");
        int left = c.AddNode("left");
        int right = c.AddNode("right");
        c.AddBranch(top, 0, 3, 1);
        c.AddResistor(top, left, 100);
        c.AddResistor(left, 0, 101);
        c.AddResistor(top, right, 100);
        c.AddResistor(right, 0, 100);
        CircuitSolution x = c.Solve();
        Assert.Equal(x.Voltage(top) * ((101.0 / 201) - 0.5), x.Voltage(left) - x.Voltage(right), 1e-14);
    }

    [Fact]
    public void Branch_with_an_emf_shows_it_at_no_current()
    {
        NodalCircuit c = new();
        int a = c.AddNode("a");
        int b = c.AddNode("b");
        c.AddCurrentSource(0, b, 2);
        c.AddResistor(b, 0, 1);
        c.AddBranch(a, b, 3.3, 1e-6);
        CircuitSolution x = c.Solve();
        Assert.Equal(2 + 1e-6, x.Voltage(a), 1e-14);
    }

    [Fact]
    public void Conductor_stamped_as_a_matrix_equals_its_resistors() =>
        Gen.Double[0.01, 100].Array[6].Sample(ohms =>
        {
            NodalCircuit resistors = new();
            NodalCircuit matrix = new();
            int[] a = [resistors.AddNode("1"), resistors.AddNode("2"), resistors.AddNode("3"), 0];
            int[] b = [matrix.AddNode("1"), matrix.AddNode("2"), matrix.AddNode("3"), 0];
            double[,] g = new double[4, 4];
            int pair = 0;
            for (int i = 0; i < 4; i++)
            {
                for (int j = i + 1; j < 4; j++, pair++)
                {
                    resistors.AddResistor(a[i], a[j], ohms[pair]);
                    g[i, j] = g[j, i] = -1 / ohms[pair];
                    g[i, i] += 1 / ohms[pair];
                    g[j, j] += 1 / ohms[pair];
                }
            }

            matrix.AddConductor(b, (i, j) => g[i, j]);
            resistors.AddCurrentSource(0, a[0], 1);
            matrix.AddCurrentSource(0, b[0], 1);
            CircuitSolution x = resistors.Solve();
            CircuitSolution y = matrix.Solve();
            for (int i = 0; i < 3; i++)
                Assert.Equal(1, (x.Voltage(a[i]) + 1e-12) / (y.Voltage(b[i]) + 1e-12), 1e-8);
        });

    [Fact]
    public void Elimination_of_conductances_agrees_with_the_factor_of_the_whole_matrix() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[0, 1000]).Sample((terminals, seed) =>
        {
            NodalCircuit circuit = Random(terminals, seed);
            CircuitSolution network = circuit.Solve();
            double[] matrix = WholeMatrix(circuit);
            for (int node = 1; node <= 3 * terminals; node++)
                Assert.Equal(matrix[node - 1], network.Voltage(node), 1e-8 * (1 + Math.Abs(matrix[node - 1])));

            Assert.InRange(network.LargestResidual, 0, 1e-12);
        }, iter: 50);

    [Theory]
    [InlineData(1e3, 0.5, false)]
    [InlineData(1e6, 1.43, true)]
    public void Current_source_stops_at_its_compliance(double load, double expected, bool saturated)
    {
        NodalCircuit c = new();
        int node = c.AddNode("out");
        CompliantCurrentSource source = new(node, 0.5e-3, 1.43);
        c.AddLimited(source);
        c.AddResistor(node, 0, load);
        Assert.Equal(expected, c.Solve().Voltage(node), 1e-4);
        Assert.Equal(saturated, source.Saturated);
    }

    [Theory]
    [InlineData(100, 5 * 100 / 100.2, 5 / 100.2)]
    [InlineData(1, 0.5, 0.5)]
    public void Driver_turns_into_a_current_source_at_its_limit(double load, double volts, double current)
    {
        foreach (int sign in (int[])[1, -1])
        {
            NodalCircuit c = new();
            int node = c.AddNode("out");
            LimitedDriver driver = new(node, sign * 5, 0.2, 0.5);
            c.AddLimited(driver);
            c.AddResistor(node, 0, load);
            CircuitSolution x = c.Solve();
            Assert.Equal(sign * volts, x.Voltage(node), 1e-12);
            Assert.Equal(sign * current, driver.Current(x), 1e-12);
        }
    }

    [Fact]
    public void Clamp_holds_its_node_a_little_beyond_the_supply()
    {
        NodalCircuit c = new();
        int pin = c.AddNode("pin");
        c.AddBranch(pin, 0, 1000, 5);
        c.AddLimited(new InputClamp(pin, -2.1, 2.1, 100));
        Assert.Equal(2.1 + (2.9 * 100 / 1100), c.Solve().Voltage(pin), 1e-12);
    }

    [Fact]
    public void Voltages_of_two_sources_add_up_and_currents_sum_to_0() =>
        Gen.Select(Gen.Double[1, 1e4].Array[10], Gen.Double[-1, 1], Gen.Double[-10, 10]).Sample((ohms, amperes, volts) =>
        {
            CircuitSolution Both(double i, double v)
            {
                NodalCircuit c = new();
                int[] n = [0, c.AddNode("1"), c.AddNode("2"), c.AddNode("3"), c.AddNode("4")];
                int k = 0;
                for (int a = 0; a < 5; a++)
                {
                    for (int b = a + 1; b < 5; b++)
                        c.AddResistor(n[a], n[b], ohms[k++]);
                }

                c.AddCurrentSource(n[1], n[2], i);
                c.AddBranch(n[3], n[4], 10, v);
                return c.Solve();
            }

            CircuitSolution both = Both(amperes, volts);
            CircuitSolution first = Both(amperes, 0);
            CircuitSolution second = Both(0, volts);
            for (int node = 1; node < 5; node++)
            {
                double sum = first.Voltage(node) + second.Voltage(node);
                Assert.Equal(sum, both.Voltage(node), 1e-9 * (1 + Math.Abs(sum)));
            }

            Assert.InRange(both.LargestResidual, 0, 1e-10);
        });

    [Fact]
    public void Part_without_a_path_to_ground_is_named()
    {
        NodalCircuit c = new();
        int a = c.AddNode("left island");
        int b = c.AddNode("right island");
        c.AddResistor(a, b, 1);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(c.Solve);
        Assert.Contains("island", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resistor_of_0_ohm_is_refused_by_name()
    {
        NodalCircuit c = new();
        int a = c.AddNode("a");
        ArgumentException error = Assert.Throws<ArgumentException>(() => c.AddResistor(a, 0, 0));
        Assert.Contains("a – ground", error.Message, StringComparison.Ordinal);
    }

    // A conductor, a lead to each terminal, switches open and closed from the leads to two buses.
    private static NodalCircuit Random(int terminals, int seed)
    {
        Random random = new(seed);
        NodalCircuit c = new();
        int[] ends = [.. Enumerable.Range(0, terminals).Select(k => c.AddNode($"E{k}"))];
        int[] leads = [.. Enumerable.Range(0, terminals).Select(k => c.AddNode($"F{k}"))];
        int[] spare = [.. Enumerable.Range(0, terminals).Select(k => c.AddNode($"S{k}"))];
        int plus = c.AddNode("plus");
        int minus = c.AddNode("minus");
        double[,] g = new double[terminals, terminals];
        for (int i = 0; i < terminals; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double siemens = 0.1 * random.NextDouble();
                g[i, j] = g[j, i] = -siemens;
                g[i, i] += siemens;
                g[j, j] += siemens;
            }

            c.AddResistor(ends[i], leads[i], 1 + random.NextDouble());
            c.AddBranch(ends[i], spare[i], 1 + random.NextDouble(), 1e-6 * random.NextDouble());
            c.AddResistor(leads[i], plus, i == 0 ? 3 : 1e9);
            c.AddResistor(leads[i], minus, i == 1 ? 3 : 1e9);
            c.AddResistor(spare[i], 0, 1e9);
        }

        c.AddConductor(ends, (i, j) => g[i, j]);
        c.AddResistor(minus, 0, 50);
        c.AddCurrentSource(0, plus, 5e-4);
        return c;
    }

    // Ho, Ruehli and Brennan, IEEE Trans. Circuits Syst. 22, 504 (1975), without voltage sources.
    private static double[] WholeMatrix(NodalCircuit circuit)
    {
        DenseMatrix g = new(circuit.NodeCount, circuit.NodeCount);
        double[] right = new double[circuit.NodeCount];
        foreach (CircuitElement element in circuit.Elements)
        {
            switch (element)
            {
                case ResistorElement r:
                    (g[r.A, r.A], g[r.B, r.B]) = (g[r.A, r.A] + (1 / r.Ohms), g[r.B, r.B] + (1 / r.Ohms));
                    (g[r.A, r.B], g[r.B, r.A]) = (g[r.A, r.B] - (1 / r.Ohms), g[r.B, r.A] - (1 / r.Ohms));
                    break;
                case CurrentSourceElement i:
                    (right[i.From], right[i.To]) = (right[i.From] - i.Amperes, right[i.To] + i.Amperes);
                    break;
                case ConductorElement c:
                    for (int k = 0; k < c.Nodes.Count * c.Nodes.Count; k++)
                    {
                        (int row, int column) = (k / c.Nodes.Count, k % c.Nodes.Count);
                        g[c.Nodes[row], c.Nodes[column]] += c.Siemens(row, column);
                    }

                    break;
            }
        }

        int n = circuit.NodeCount - 1;
        return [.. g.SubMatrix(1, n, 1, n).LU().Solve(DenseVector.OfArray(right[1..]))];
    }

    [Fact]
    public void Drivers_that_limit_into_anything_settle_where_each_keeps_to_its_limit() =>
        Gen.Select(
            Gen.Int[2, 8], Gen.Double[0.05, 20].Array[8], Gen.Double[-9, 9].Array[8], Gen.Double[1e-3, 0.5].Array[8], Gen.Double[-2, 4])
        .Sample((n, ohms, volts, limits, bleed) =>
        {
            NodalCircuit c = new();
            int[] nodes = [.. Enumerable.Range(0, n).Select(k => c.AddNode($"{k}"))];
            int common = c.AddNode("gold");
            c.AddResistor(common, 0, Math.Pow(10, bleed));
            LimitedDriver[] drivers = [.. nodes.Select((node, k) => new LimitedDriver(node, volts[k], 0.5, limits[k]))];
            for (int k = 0; k < n; k++)
            {
                c.AddResistor(nodes[k], common, ohms[k]);
                c.AddLimited(drivers[k]);
                c.AddLimited(new InputClamp(nodes[k], -5.3, 5.3, 100));
            }

            CircuitSolution x = c.Solve();
            for (int k = 0; k < n; k++)
            {
                double free = (volts[k] - x.Voltage(nodes[k])) / 0.5;
                Assert.Equal(Math.Clamp(free, -limits[k], limits[k]), drivers[k].Current(x), 1e-9);
            }
        });
}
