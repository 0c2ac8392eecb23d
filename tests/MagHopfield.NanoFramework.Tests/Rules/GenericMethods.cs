using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>Generic methods, declared or called: they return garbage.</summary>
internal static class GenericMethods
{
    public static IEnumerable<Finding> Find(FirmwareImage image)
    {
        foreach (MethodDefinition method in image.Methods)
        {
            if (method.HasGenericParameters)
                yield return image.At(method, "a generic method returns garbage; write it for the types it serves.");

            foreach (var instruction in method.HasBody ? method.Body.Instructions : [])
            {
                if (instruction.Operand is GenericInstanceMethod called)
                    yield return image.At(method, instruction, $"calls {called.FullName}, and a generic method returns garbage.");
            }
        }
    }
}
