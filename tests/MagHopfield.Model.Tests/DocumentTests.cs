using System.Reflection;
using System.Text.Json;
using CsCheck;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Tests;

/// <summary>Sections of a term for random problem files; a class that implements this is found by itself.</summary>
internal interface ISectionExample
{
    /// <summary>The sections as TOML, or nothing.</summary>
    Gen<string> Text { get; }
}

/// <summary>What a run records of its problem is the problem: read again it is the same, to the last bit.</summary>
public sealed class DocumentTests : IDisposable
{
    private static readonly Gen<string> Number = Gen.Double[-1e3, 1e3].Select(TomlText.Number);

    private static readonly Gen<string> Positive = Gen.Double[1e-3, 1e3].Select(TomlText.Number);

    private static readonly Gen<string> Share = Gen.Double[0, 1].Select(TomlText.Number);

    private static readonly Gen<string> Vector = Gen.Select(Number, Number, Positive).Select((x, y, z) => $"[{x}, {y}, {z}]");

    private readonly TestRun _run = new();

    public DocumentTests()
    {
        Mesh mesh = new(4, 3, 2, 4e-9, 4e-9, 4e-9);
        VectorField<double> field = new(mesh);
        field.Fill((3, -1, 2));
        using FileStream stream = File.Create(_run.PathOf("field.ovf"));
        Ovf2.Write(stream, field, OvfData.Binary8, "H", "A/m", []);
        File.WriteAllText(_run.PathOf("points.txt"), "0 0\n1e-12 0.7\n2e-12 1\n");
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_problem_is_read_again_from_its_document()
    {
        Problems.Sample(
            text =>
            {
                ProblemFile file = _run.Parse(text);
                ProblemDocument document = ProblemDocument.Of(file);
                ProblemFile again = ProblemFile.Parse(document.Text, Path.Combine(Path.GetTempPath(), "elsewhere.toml"));
                Same(file.Problem, again.Problem, "");
                Assert.Equal(document, ProblemDocument.Of(again));
            },
            iter: 300);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_again_from_its_document(string path)
    {
        ProblemFile file = ProblemFile.Load(path);
        ProblemFile again = ProblemFile.Parse(ProblemDocument.Of(file).Text, "elsewhere.toml");
        Same(file.Problem, again.Problem, "");
        Assert.Equal(ProblemDocument.Of(file), ProblemDocument.Of(again));
    }

    public static TheoryData<string> Examples => [.. Example.Paths];

    [Fact]
    public void The_record_of_a_run_runs_again_to_the_same_bits()
    {
        _run.Run(Base + "[field]\nspatial_file = \"field.ovf\"\nspatial_scale = 5e3\n[thermal]\ntemperature = 77\n");
        VectorField<double> first = _run.Final;
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(_run.PathOf("out/run.json")));
        string text = string.Join('\n', record.RootElement.GetProperty("document").EnumerateArray().Select(line => line.GetString()));
        using TestRun again = new();
        again.Run(text);
        Assert.Equal(first.X, again.Final.X);
        Assert.Equal(first.Y, again.Final.Y);
        Assert.Equal(first.Z, again.Final.Z);
        Assert.Equal(record.RootElement.GetProperty("document_sha256").GetString(), ProblemDocument.Of(again.Parse(text)).Hash);
    }

    [Fact]
    public void Problems_of_the_same_meaning_have_the_same_hash_and_others_have_not()
    {
        string Of(string text) => ProblemDocument.Of(_run.Parse(text)).Hash;
        string hash = Of(Base);
        Assert.Equal(hash, Of("# A comment.\n" + Base.Replace("4e-9", "4.0e-9")));
        Assert.Equal(hash, Of(Base.Replace("cell_size = [4e-9, 4e-9, 4e-9]", "size = [1.6e-8, 1.2e-8, 8e-9]")));
        Assert.Equal(hash, Of(Base + "[demagnetisation]\nperiodic_images = 10\n"));
        Assert.NotEqual(hash, Of(Base.Replace("1.3e-11", "1.3000000000000002e-11")));
        Assert.NotEqual(hash, Of(Base + "[demagnetisation]\nperiodic_images = 9\n"));
    }

    [Fact]
    public void A_file_is_part_of_the_hash_by_what_is_in_it_and_not_by_its_name()
    {
        string text = Base + "[field]\nspatial_file = \"field.ovf\"\n";
        string Of(string of) => ProblemDocument.Of(_run.Parse(of)).Hash;
        string hash = Of(text);
        File.Copy(_run.PathOf("field.ovf"), _run.PathOf("other.ovf"));
        Assert.Equal(hash, Of(text.Replace("field.ovf", "other.ovf")));
        File.AppendAllText(_run.PathOf("other.ovf"), "\n");
        Assert.NotEqual(hash, Of(text.Replace("field.ovf", "other.ovf")));
    }

    private const string Base = """
        title = "A \"quoted\" title\twith a tab"
        [mesh]
        cells = [4, 3, 2]
        cell_size = [4e-9, 4e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.5
        [initial]
        state = "uniform"
        direction = [1, 2, 3]
        [[stage]]
        kind = "run"
        time = 2e-13

        """;

    private static Gen<string> OneOf(params string[] words) => Gen.OneOf([.. words.Select(Gen.Const)]);

    private static Gen<string> Problems => Gen.Select(
        Gen.Select(Positive, Positive, Share, Number, Number, OneOf("open", "chiral", "mumax3", "flat")).Select(
            (ms, a, alpha, d, b, edge) =>
            $"[material]\nsaturation_magnetisation = {ms}\nexchange_stiffness = {a}\ngilbert_damping = {alpha}\ninterfacial_dmi = "
            + $"{d}\nbulk_dmi = {b}\n"
            + $"dmi_boundary = \"{edge}\"\n"),
        Shapes,
        Gen.OneOf(
            Gen.Const(""),
            Gen.Select(Positive, Positive, Number, Share).Select((ms, a, d, alpha) =>
                $"[[region]]\nname = \"a\"\nshape = \"everywhere\"\nsaturation_magnetisation = {ms}\nexchange_stiffness = {a}\nbulk_dmi = "
                + $"{d}\n"
                + $"[[region]]\nname = \"b\"\nshape = \"layer\"\nbottom = -1e-8\ntop = 0\ngilbert_damping = {alpha}\n[[anisotropy]]\naxis "
                + $"= [1, 2, 3]\nku1 = {d}\nregion = \"b\"\n")),
        Terms,
        Fields.Select(f => f.Length > 0 ? "[field]\n" + f : ""),
        Starts,
        Gen.Select(Fields, Positive, Number, Gen.Bool).Select((external, time, factor, save) =>
            $"[[stage]]\nkind = \"relax\"\nenergy_change = {time}\n[[stage]]\nkind = \"minimise\"\n[[stage]]\nkind = \"run\"\ntime = "
            + $"{time}\ncurrent_factor = {factor}\n"
            + $"save_field = {(save ? "true" : "false")}\n" + (external.Length > 0 ? "[stage.field]\n" + external : "")),
        OneOf("", "[solver]\nintegrator = \"heun\"\nfixed_step = 3e-15\n", "[solver]\nmax_error = 3e-6\nmax_step = 7e-13\n")).Select(
            (material, shapes, regions, terms, external, start, stages, solver) =>
                "precision = \"single\"\n[mesh]\ncells = [4, 3, 2]\nsize = [1.7e-8, 1.2e-8, 8.1e-9]\nperiodic = [\"x\"]\n" + material
                    + shapes + regions + terms
                + external + start + stages + solver
                    + "[output]\ntable_interval = 1e-13\ncolumns = [\"mx\", \"E_dmi\"]\npictures = [\"mz\"]\n");

    private static Gen<string> Shapes => Gen.OneOf(
        Gen.Const(""),
        Gen.Select(Positive, Positive, Vector, Number).Select((a, b, centre, angle) =>
            $"[[geometry]]\nshape = \"rectangle\"\nsize = [{a}, {b}]\nangle = {angle}\n[[geometry]]\noperation = \"subtract\"\nshape = "
            + $"\"disk\"\ndiameter = {a}\ncentre = {centre}\n"),
        Gen.Select(Positive, Positive, Number).Select((a, b, x) =>
            $"[[geometry]]\nshape = \"ellipsoid\"\naxes = [{a}, {b}, {a}]\n[[geometry]]\noperation = \"intersect\"\nshape = "
            + $"\"polygon\"\ncorners = [[0, {x}], [1, 0], [{x}, 2]]\n"));

    private static Gen<string> Terms => typeof(DocumentTests).Assembly.GetTypes()
        .Where(
            type => type.IsClass && typeof(ISectionExample).IsAssignableFrom(type)).OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => Gen.OneOf(Gen.Const(""), ((ISectionExample)Activator.CreateInstance(type)!).Text))
        .Aggregate(Gen.Const(""), (all, next) => Gen.Select(all, next).Select((a, b) => a + b));

    private static Gen<string> Starts => Gen.OneOf(
        Vector.Select(v => $"[initial]\nstate = \"uniform\"\ndirection = {v}\n"),
        Gen.Select(Vector, Vector, Positive).Select((v, w, d) =>
            $"[initial]\nstate = \"two_domains\"\ndirection = {v}\nwall_direction = {w}\nwall_width = {d}\n"),
        Gen.Select(Positive, Vector).Select(
            (d, c) => $"[initial]\nstate = \"neel_skyrmion\"\npolarity = -1\ndiameter = {d}\ncentre = {c}\n"),
        Positive.Select(p => $"[initial]\nstate = \"maze\"\nperiod = {p}\nseed = 5\n"),
        Gen.Const("[initial]\nstate = \"file\"\nfile = \"field.ovf\"\n"));

    private static Gen<string> Fields => Gen.OneOf(
        Gen.Const(""),
        Vector.Select(v => $"constant_tesla = {v}\n"),
        Gen.Select(Vector, Vector, Positive, Number).Select((c, a, f, phase) =>
            $"constant = {c}\namplitude_tesla = {a}\nwaveform = \"sine\"\nfrequency = {f}\nphase = {phase}\n"),
        Gen.Select(Vector, Positive, Share).Select((a, d, rise) =>
            $"amplitude = {a}\nwaveform = \"pulse\"\ndelay = {d}\nduration = 2.0\nrise = {rise}\nspatial_file = "
            + $"\"field.ovf\"\nspatial_scale = {d}\nspatial_follows = true\n"),
        Vector.Select(a => $"amplitude = {a}\nwaveform = \"table\"\npoints_file = \"points.txt\"\n"));

    // All that a problem says, but the lines on which it says so.
    private static void Same(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsPrimitive || expected.GetType().IsEnum
            || expected is Mesh or Vector3D)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            return;
        }

        if (expected is System.Collections.IEnumerable list)
        {
            object?[] all = [.. list.Cast<object?>()], others = [.. ((System.Collections.IEnumerable)actual).Cast<object?>()];
            Assert.Equal(all.Length, others.Length);
            for (int i = 0; i < all.Length; i++)
                Same(all[i], others[i], $"{path}[{i}]");
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        foreach (
            PropertyInfo property in expected.GetType().GetProperties(
                BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            if (property.Name is not ("Line" or "Magnet" or "OfTerms" or "ByRegion") && property.PropertyType != typeof(Shape))
                Same(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
        }

        foreach (FieldInfo field in expected.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
            Same(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}");
    }

    private sealed class Anisotropies : ISectionExample
    {
        public Gen<string> Text => Gen.Select(Vector, Number, Number).Select((axis, first, second) =>
            $"[[anisotropy]]\naxis = {axis}\nku1 = {first}\nku2 = {second}\n"
            + $"[[anisotropy]]\nkind = \"cubic\"\naxis = [1, 2, 0]\nsecond_axis = [-2, 1, 0]\nkc1 = {second}\n");
    }

    private sealed class Demagnetisation : ISectionExample
    {
        public Gen<string> Text => Gen.Const("[demagnetisation]\nenabled = false\nperiodic_images = 3\n");
    }

    private sealed class Current : ISectionExample
    {
        public Gen<string> Text => Gen.Select(Vector, Share, Number, OneOf("thiaville", "zhang_li")).Select((j, p, xi, drift) =>
            $"[current]\ndensity = {j}\ndensity_file = \"field.ovf\"\npolarisation = {p}\nnonadiabaticity = {xi}\ndrift = "
            + $"\"{drift}\"\nedge_slope = \"clamped\"\n");
    }

    private sealed class Slonczewski : ISectionExample
    {
        public Gen<string> Text => Gen.Select(Number, Vector, Share, Positive).Select((j, p, share, lambda) =>
            $"[slonczewski]\ncurrent_density = {j}\nfixed_layer = {p}\npolarisation = {share}\nlambda = {lambda}\nfield_like = "
            + $"{j}\nthickness = {lambda}\n");
    }

    private sealed class Thermal : ISectionExample
    {
        public Gen<string> Text => Positive.Select(t => $"[thermal]\ntemperature = {t}\nseed = 9\n");
    }
}
