using System.Diagnostics;
using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Demag;

public sealed class KernelCacheTests : IDisposable
{
    private const string FolderOfWriter = "MAGHOPFIELD_TEST_KERNELS";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "maghopfield-kernels-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_kernel_from_the_cache_gives_the_same_bits_as_a_computed_one()
    {
        foreach (Mesh mesh in new Mesh[] { Film(70), new(20, 18, 16, 4e-9, 5e-9, 6e-9), new(40, 30, 1, 4e-9, 5e-9, 6e-9, periodicX: true) })
        {
            Assert.Equal(Field<float>(mesh, null), Field<float>(mesh, Cache()));
            Assert.Equal(Field<float>(mesh, null), Field<float>(mesh, Cache()));
            Assert.Equal(Field<double>(mesh, null), Field<double>(mesh, Cache()));
            Assert.Equal(Field<double>(mesh, null), Field<double>(mesh, Cache()));
        }
        Assert.Equal(6, Kernels().Length);
    }

    [Fact]
    public void A_kernel_in_the_cache_is_the_one_that_is_used()
    {
        Mesh mesh = Film(70);
        float[] right = Field<float>(mesh, Cache());
        DateTime written = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(Assert.Single(Kernels()), written);
        Assert.Equal(right, Field<float>(mesh, Cache()));
        // Its use is noted, but nothing is written anew.
        Assert.True(File.GetLastWriteTimeUtc(Assert.Single(Kernels())) > written.AddHours(1));
    }

    [Fact]
    public void The_same_film_in_other_units_and_with_another_magnetisation_takes_the_same_kernel()
    {
        Field<float>(Film(70), Cache());
        Field<float>(new Mesh(70, 70, 1, 16e-9, 20e-9, 12e-9), Cache(), ms: 5e5);
        Assert.Single(Kernels());
        Field<float>(new Mesh(70, 70, 1, 16e-9, 20e-9, 12.0001e-9), Cache());
        Field<float>(new Mesh(70, 71, 1, 16e-9, 20e-9, 12e-9), Cache());
        Field<double>(Film(70), Cache());
        Field<float>(new Mesh(70, 70, 1, 16e-9, 20e-9, 12e-9, periodicX: true), Cache());
        Field<float>(new Mesh(70, 70, 1, 16e-9, 20e-9, 12e-9, periodicX: true), Cache(), images: 3);
        Assert.Equal(6, Kernels().Length);
    }

    [Fact]
    public void A_small_kernel_is_not_kept()
    {
        Field<float>(Film(16), Cache());
        Assert.False(Directory.Exists(_folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(-1)]
    [InlineData(-32)]
    public void A_file_cut_off_anywhere_is_computed_anew_and_replaced(int length) =>
        IsReplaced(bytes => length >= 0 ? bytes[..length] : bytes[..^-length]);

    [Fact]
    public void A_file_with_more_at_its_end_is_computed_anew_and_replaced() => IsReplaced(bytes => [.. bytes, 0]);

    [Fact]
    public void A_single_wrong_bit_anywhere_is_noticed_and_mended()
    {
        Mesh mesh = Film(70);
        float[] right = Field<float>(mesh, Cache());
        string path = Assert.Single(Kernels());
        byte[] whole = File.ReadAllBytes(path);
        Random random = new(1);
        // Each byte of the head and of the hash, and some in between.
        IEnumerable<int> places = Enumerable.Range(0, 64).Concat(Enumerable.Range(whole.Length - 32, 32)).Concat(
            Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)));
        foreach (int at in places)
        {
            byte[] wrong = (byte[])whole.Clone();
            wrong[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, wrong);
            Assert.Equal(right, Field<float>(mesh, Cache()));
            Assert.Equal(whole, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void A_kernel_of_another_film_under_the_name_is_not_taken()
    {
        Field<float>(Film(70), Cache());
        string path = Assert.Single(Kernels());
        byte[] right = File.ReadAllBytes(path);
        File.Delete(path);
        // The same size, other numbers, its own hash.
        Field<float>(new Mesh(70, 70, 1, 4e-9, 5e-9, 3.1e-9), Cache());
        File.Move(Assert.Single(Kernels()), path);
        Assert.Equal(Field<float>(Film(70), null), Field<float>(Film(70), Cache()));
        Assert.Equal(right, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_foreign_file_or_folder_under_the_name_does_no_harm()
    {
        IsReplaced(_ => "not a kernel"u8.ToArray());
        string path = Assert.Single(Kernels());
        File.Delete(path);
        Directory.CreateDirectory(path);
        Assert.Equal(Field<float>(Film(70), null), Field<float>(Film(70), Cache()));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_ends_no_run()
    {
        Directory.CreateDirectory(_folder);
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "in the way");
        Assert.Equal(Field<float>(Film(70), null), Field<float>(Film(70), new KernelCache(Path.Combine(file, "below"))));
    }

    [Fact]
    public void The_kernels_not_used_for_longest_go_when_the_folder_is_full()
    {
        Field<float>(Film(70), Cache());
        string first = Assert.Single(Kernels());
        long size = new FileInfo(first).Length;
        Field<float>(Film(71), Cache());
        string second = Assert.Single(Kernels(), k => k != first);
        File.SetLastWriteTimeUtc(first, DateTime.UtcNow.AddDays(-1));
        File.SetLastWriteTimeUtc(second, DateTime.UtcNow.AddDays(-2));
        KernelCache bounded = new(_folder, (long)(2.6 * size));
        Field<float>(Film(72), bounded);
        Assert.Equal(2, Kernels().Length);
        Assert.Contains(first, Kernels());
        Assert.DoesNotContain(second, Kernels());
        // One that is larger than the whole folder may be is not kept at all.
        Field<float>(Film(73), new KernelCache(_folder, size / 2));
        Assert.Equal(2, Kernels().Length);
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_swept_up()
    {
        Directory.CreateDirectory(_folder);
        string left = Path.Combine(
            _folder, "x.kernel.partial-0123456789abcdef0123456789abcdef"), foreign = Path.Combine(_folder, "notes.txt");
        foreach (string path in new[] { left, foreign })
            File.WriteAllText(path, "half");
        Field<float>(Film(70), Cache());
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void No_cache_is_used_unless_a_program_asks_for_it() => Assert.Null(KernelCache.Default);

    [Fact]
    public async Task Two_processes_that_write_read_and_delete_the_same_kernels_at_once_are_both_right()
    {
        Process[] processes = [Start(), Start()];
        foreach (Process process in processes)
        {
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output);
        }
        Assert.All(Directory.GetFiles(_folder), f => Assert.EndsWith(".kernel", f, StringComparison.Ordinal));
        Assert.InRange(Kernels().Length, 1, 4);

        // This test program again, for the test below alone.
        Process Start()
        {
            ProcessStartInfo start = new(
                Path.ChangeExtension(typeof(KernelCacheTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)!)
            {
                RedirectStandardOutput = true,
                Environment = { [FolderOfWriter] = _folder },
            };
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add(
                $"{typeof(KernelCacheTests).FullName}.{nameof(A_process_gets_right_kernels_from_a_folder_that_others_write)}");
            return Process.Start(start)!;
        }
    }

    [Fact]
    public void A_process_gets_right_kernels_from_a_folder_that_others_write()
    {
        string folder = Environment.GetEnvironmentVariable(FolderOfWriter) ?? _folder;
        float[][] right = [.. Enumerable.Range(70, 4).Select(n => Field<float>(Film(n), null))];
        // Room for three of four, so that kernels are deleted all the time.
        KernelCache cache = new(folder, 450_000);
        Random random = new();
        for (int i = 0; i < 60; i++)
        {
            int n = random.Next(4);
            Assert.Equal(right[n], Field<float>(Film(70 + n), cache));
        }
    }

    private static Mesh Film(int side) => new(side, side, 1, 4e-9, 5e-9, 3e-9);

    private static T[] Field<T>(Mesh mesh, KernelCache? cache, double ms = 8e5, int images = 2)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Ferromagnet body = new(mesh, ms);
        VectorField<T> h = new(mesh);
        new Demagnetisation<T>(body, images, cache: cache).AddField(RandomState.Create<T>(body.Geometry, 1), h);
        return [.. h.X, .. h.Y, .. h.Z];
    }

    private KernelCache Cache() => new(_folder);

    private string[] Kernels() => Directory.GetFiles(_folder, "*.kernel");

    private void IsReplaced(Func<byte[], byte[]> change)
    {
        float[] right = Field<float>(Film(70), Cache());
        string path = Assert.Single(Kernels());
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, change(whole));
        Assert.Equal(right, Field<float>(Film(70), Cache()));
        Assert.Equal(whole, File.ReadAllBytes(path));
    }
}
