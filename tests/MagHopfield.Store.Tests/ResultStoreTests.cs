using System.Text.Json.Serialization;
using CsCheck;

namespace MagHopfield.Store.Tests;

public sealed partial class ResultStoreTests : IDisposable
{
    private static readonly ProgramBuild Build = new("b1");
    private static readonly PartKey Key = PartKey.Of("test", "film", "1");
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-store").FullName;
    private readonly List<string> _told = [];
    private int _computed;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_part_is_computed_once_and_read_to_the_bit()
    {
        Gen.Double.Array.Sample(
            values =>
            {
                PartKey key = PartKey.Of("numbers", string.Join(' ', values.Select(BitConverter.DoubleToInt64Bits)));
                double[] computed = Store().Part(key, Json.Default.DoubleArray, () => values);
                double[] read = Store().Part(key, Json.Default.DoubleArray, () => throw new InvalidOperationException());
                return Bits(values).SequenceEqual(Bits(computed)) && Bits(values).SequenceEqual(Bits(read));
            },
            iter: 100,
            threads: 1);
        Assert.Empty(_told);
        Assert.Empty(Directory.GetFiles(_root, "*.lock"));

        // NaN has many bit patterns of one meaning.
        static IEnumerable<long> Bits(double[] v) => v.Select(x => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x));
    }

    [Fact]
    public void Whatever_decides_a_part_makes_it_another_one()
    {
        PartKey[] keys =
        [
            Key, PartKey.Of(
                "test2", "film", "1"), PartKey.Of("test", "film", "2"), PartKey.Of("test", "film1", ""), PartKey.Of("test", "film1"),
            PartKey.Of("test", "1", "film"),
        ];
        Assert.Equal(keys.Length, keys.Select(k => k.Hash).Distinct().Count());
        Assert.NotEqual(Key.With(Build), Key.With(new ProgramBuild("b2")));
        Assert.Equal(Key.With(Build), PartKey.Of("test", "film", "1").With(new ProgramBuild("b1")));
    }

    [Fact]
    public void A_part_of_another_build_is_told_once_and_computed_again()
    {
        PartKey other = PartKey.Of("test", "film", "2");
        Assert.Equal(1, Get());
        Get(key: other);
        ResultStore next = Store("b2");
        Assert.False(next.Has(Key));
        Assert.Equal(3, Get(next));
        Assert.Equal(4, Get(next, other));
        string line = Assert.Single(_told);
        Assert.Contains("parts of another build of the program; they are computed again (MAGHOPFIELD_BUILD=b1 would take them up)", line);
        Assert.Equal(3, Get(Store("b2")));
        Assert.True(Store("b2").Has(Key));
    }

    [Fact]
    public void A_damaged_part_is_told_and_computed_again_wherever_the_damage_is()
    {
        Get();
        string path = Assert.Single(Directory.GetFiles(_root));
        byte[] whole = File.ReadAllBytes(path);
        List<byte[]> damages = [[], [.. whole, 0]];
        for (int at = 0; at < whole.Length; at++)
        {
            damages.Add(whole[..at]);
            byte[] flipped = [.. whole];
            flipped[at] ^= 1;
            damages.Add(flipped);
        }

        foreach (byte[] damaged in damages)
        {
            _told.Clear();
            File.WriteAllBytes(path, damaged);
            int before = _computed;
            Assert.Equal(before + 1, Get(Store()));
            string line = Assert.Single(_told);
            Assert.DoesNotContain('\n', line);
            Assert.Contains("computed again", line);
        }
    }

    [Fact]
    public void Two_that_want_the_same_part_at_the_same_time_compute_it_once()
    {
        int[] got = new int[8];
        Parallel.For(0, got.Length, new ParallelOptions { MaxDegreeOfParallelism = got.Length }, k => got[k] = Store().Part(
            Key, Json.Default.Int32, () =>
        {
            Thread.Sleep(100);
            return Interlocked.Increment(ref _computed);
        }));
        Assert.All(got, v => Assert.Equal(1, v));
    }

    [Fact]
    public async Task Many_parts_come_in_order_and_leave_what_another_one_computes_to_the_last()
    {
        PartKey[] keys = [.. Enumerable.Range(0, 6).Select(k => PartKey.Of("test", $"{k}"))];
        using ManualResetEventSlim begun = new(), free = new();
        Task<int> other = Task.Run(() => Store().Part(keys[1], Json.Default.Int32, () =>
        {
            begun.Set();
            free.Wait();
            return 101;
        }));
        begun.Wait(TestContext.Current.CancellationToken);
        List<int> order = [];
        IReadOnlyList<int> parts = Store().Parts(
            keys,
            Json.Default.Int32,
            k =>
            {
                if (k == 5)
                    free.Set();
                return k;
            },
            1,
            order.Add,
            TestContext.Current.CancellationToken);
        Assert.Equal([0, 101, 2, 3, 4, 5], parts);
        Assert.Equal([0, 2, 3, 4, 5, 1], order);
        Assert.Equal(101, await other);
    }

    [Fact]
    public void What_was_done_before_an_interruption_or_a_failure_stays()
    {
        PartKey[] keys = [.. Enumerable.Range(0, 4).Select(k => PartKey.Of("test", $"{k}"))];
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(
            () => Store().Parts(keys, Json.Default.Int32, k => k, 1, k => End(k == 1), stop.Token));
        Assert.Equal([true, true, false, false], keys.Select(Store().Has));
        Assert.Throws<FormatException>(
            () => Store().Parts(keys, Json.Default.Int32, k => k == 3 ? throw new FormatException() : k, 2, null, default));
        Assert.True(Store().Has(keys[2]));
        Assert.False(Store().Has(keys[3]));

        void End(bool now)
        {
            if (now)
                stop.Cancel();
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_before_anything_is_computed()
    {
        string file = Path.Combine(_root, "file");
        File.WriteAllText(file, "");
        ResultStore store = new(Path.Combine(file, "parts"), Build);
        Assert.Contains("cannot be written", Assert.Throws<IOException>(() => Get(store)).Message);
        Assert.Equal(0, _computed);
    }

    [Fact]
    public void A_store_of_nothing_computes_always()
    {
        Assert.Equal((1, 2), (Get(ResultStore.None), Get(ResultStore.None)));
        Assert.False(ResultStore.None.Has(Key));
    }

    [Fact]
    public void A_build_is_named_by_the_code_it_reaches_or_by_the_environment()
    {
        ProgramBuild store = ProgramBuild.Of(typeof(ResultStore).Assembly), tests = ProgramBuild.Of(typeof(ResultStoreTests).Assembly);
        Assert.Matches("^[0-9a-f]{16}$", store.Name);
        Assert.NotEqual(store, tests);
        Assert.Equal(store, ProgramBuild.Of(typeof(ResultStore).Assembly));
    }

    private ResultStore Store(string build = "b1") => new(_root, new ProgramBuild(build), _told.Add);

    private int Get(ResultStore? store = null, PartKey? key = null) =>
        (store ?? Store()).Part(key ?? Key, Json.Default.Int32, () => ++_computed);

    [JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(double[]))]
    private sealed partial class Json : JsonSerializerContext;
}
